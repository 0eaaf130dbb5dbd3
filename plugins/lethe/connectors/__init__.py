"""The places where data is held: object stores (S3, a folder) and SQL databases, by Airflow connection."""
