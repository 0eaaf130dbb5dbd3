"""The compose file and the Dockerfile as files: what can be shown without a container engine."""

import json
import re
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import boto3
import pytest
import yaml
from moto import mock_aws

from lethe.connectors.connection import parse_connection
from tests.services.buckets import create_buckets

PROJECT = Path(__file__).resolve().parents[1]
COMPOSE = PROJECT / "docker-compose.yml"
VARIABLE = re.compile(r"(?<!\$)\$\{(\w+)(:\?[^}]*)?\}")
SECRETS = {
    "POSTGRES_PASSWORD",
    "S3_OWNER_SECRET",
    "S3_READER_SECRET",
    "LETHE_ADMIN_PASSWORD",
    "AIRFLOW_SECRET_KEY",
    "AIRFLOW_JWT_SECRET",
    "AIRFLOW_FERNET_KEY",
}


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(COMPOSE.read_text())["services"]
    return loaded


def test_every_secret_must_be_given_and_the_readme_makes_it() -> None:
    text = COMPOSE.read_text()
    found = {(name, bool(required)) for name, required in VARIABLE.findall(text)}
    assert found == {(name, True) for name in SECRETS}
    assert ":-" not in text
    readme = (PROJECT / "README.md").read_text()
    assert [name for name in SECRETS if name not in readme] == []


@pytest.mark.parametrize("name", [".gitignore", ".dockerignore"])
def test_the_file_of_secrets_goes_into_no_commit_and_no_image(name: str) -> None:
    assert ".env" in (PROJECT / name).read_text().splitlines()


def test_the_s3_server_is_healthy_only_once_its_users_are_made(services: dict[str, Any]) -> None:
    folder = re.findall(
        r'^ENTRYPOINT \["python3", "/opt/s3/ceph.py", "(.+?)"', (PROJECT / "Dockerfile").read_text(), re.M
    )
    assert len(folder) == 1
    assert f"os.stat('{folder[0]}/ready')" in services["s3"]["healthcheck"]["test"][-1]
    assert '"ready").touch()' in (PROJECT / "tests/services/ceph.py").read_text()


def test_postgres_is_healthy_only_once_it_answers_where_the_others_ask(services: dict[str, Any]) -> None:
    # The server of the image's first start, which is stopped again, listens on its socket alone.
    assert "pg_isready -h 127.0.0.1 " in services["postgres"]["healthcheck"]["test"][-1]


@pytest.mark.parametrize("interrupted_at", ["put_bucket_versioning", "put_bucket_policy"])
def test_making_the_buckets_is_finished_by_a_repeat(interrupted_at: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with mock_aws():
        client = boto3.client("s3", region_name="us-east-1")
        with monkeypatch.context() as patch:
            patch.setattr(client, interrupted_at, Mock(side_effect=KeyboardInterrupt))
            with pytest.raises(KeyboardInterrupt):
                create_buckets(client, ["one", "two"], reader="reader")
        assert [bucket["Name"] for bucket in client.list_buckets()["Buckets"]] == ["one"]
        for _ in range(2):
            create_buckets(client, ["one", "two"], reader="reader")
        for name in ("one", "two"):
            assert client.get_bucket_versioning(Bucket=name)["Status"] == "Enabled"
            assert "user/reader" in client.get_bucket_policy(Bucket=name)["Policy"]


def test_readme_says_how_a_changed_configuration_gets_into_the_image(services: dict[str, Any]) -> None:
    assert "COPY config config" in (PROJECT / "Dockerfile").read_text()
    mounted = [volume for service in services.values() for volume in service.get("volumes", [])]
    assert [volume for volume in mounted if "config" in volume] == []
    assert "docker compose up --build --wait" in (PROJECT / "README.md").read_text()


def test_every_service_that_stays_has_a_health_check(services: dict[str, Any]) -> None:
    assert {name for name, service in services.items() if "healthcheck" not in service} == {"init"}
    assert set(services) >= {"postgres", "s3", "api-server", "scheduler", "dag-processor", "triggerer"}


def test_nothing_listens_beyond_this_machine(services: dict[str, Any]) -> None:
    ports = [port for service in services.values() for port in service.get("ports", [])]
    assert ports == ["127.0.0.1:8080:8080"]


def test_connections_are_those_that_the_configuration_names(services: dict[str, Any], config_folder: Path) -> None:
    places = yaml.safe_load((config_folder / "stores.yaml").read_text())
    stores = places["stores"].values()
    wanted = {places["research"]["connection"], places["ledger"]["connection"]}
    wanted |= {store["connection"] for store in stores} | {table["connection"] for table in places["tables"].values()}
    wanted |= {store["verify_connection"] for store in stores if "verify_connection" in store}
    for name in ("api-server", "init"):
        given = {
            key.removeprefix("AIRFLOW_CONN_").lower(): VARIABLE.sub("made-up", value)
            for key, value in services[name]["environment"].items()
            if key.startswith("AIRFLOW_CONN_")
        }
        assert set(given) == wanted
        types = {parse_connection(conn_id, text).conn_type for conn_id, text in given.items()}
        assert types == {"postgres", "aws"}


def test_image_copies_what_exists() -> None:
    sources = re.findall(r"^COPY (.+) \S+$", (PROJECT / "Dockerfile").read_text(), re.MULTILINE)
    assert len(sources) >= 7
    for source in " ".join(sources).split():
        assert (PROJECT / source).exists(), source


def test_lock_files_hold_names_versions_and_hashes_alone() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (PROJECT / name).read_text()
        assert "://" not in text
        pinned = re.findall(r"^[a-z0-9._-]+(?:\[[^]]+\])?==", text, re.MULTILINE)
        assert len(pinned) > 200
        assert text.count("--hash=sha256:") >= len(pinned)


def test_schema_lines_of_the_configuration_lead_somewhere(config_folder: Path) -> None:
    files = [*config_folder.glob("*.yaml"), *config_folder.glob("studies/*.yaml")]
    assert len(files) >= 8
    for file in files:
        named = re.search(r"\$schema=(\S+)", file.read_text())
        assert named, file.name
        assert json.loads((file.parent / named.group(1)).read_text())["type"] == "object"
