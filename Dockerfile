# Airflow with Lethe in it, and, as the target `s3`, the versioned S3 server that compose runs beside it.
FROM python:3.12-slim-bookworm AS lethe
ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 UV_SYSTEM_CERTS=1
RUN useradd --create-home --uid 50000 lethe \
 && install -d -o lethe -g lethe /opt/lethe /opt/lethe/.lethe /opt/airflow /opt/airflow/logs
RUN pip install --no-cache-dir uv==0.13.9
WORKDIR /opt/lethe
COPY requirements.lock ./
RUN uv pip sync --system --no-cache --require-hashes requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY anonymizers anonymizers
COPY plugins plugins
COPY dags dags
COPY config config
COPY tests/services/buckets.py tools/buckets.py
# setuptools builds the editable install; it is not needed afterwards.
RUN uv pip install --system --no-cache "setuptools>=80" \
 && uv pip install --system --no-cache --no-deps --no-build-isolation --editable .
ENV AIRFLOW_HOME=/opt/airflow LETHE_HOME=/opt/lethe LETHE_CONFIG=/opt/lethe/config PYTHONPATH=/opt/lethe/config \
    AIRFLOW__CORE__DAGS_FOLDER=/opt/lethe/dags AIRFLOW__CORE__PLUGINS_FOLDER=/opt/lethe/plugins \
    AIRFLOW__CORE__LOAD_EXAMPLES=False
USER lethe
ENTRYPOINT ["python", "-m"]
CMD ["airflow", "version"]

FROM debian:12-slim AS s3
RUN apt-get update \
 && apt-get install -y --no-install-recommends ceph-mon ceph-osd radosgw ceph-common python3 \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --create-home --uid 50001 s3
COPY tests/services/ceph.py /opt/s3/ceph.py
USER s3
ENV S3_HOST=0.0.0.0
EXPOSE 7480
ENTRYPOINT ["python3", "/opt/s3/ceph.py", "/home/s3/data", "7480"]
