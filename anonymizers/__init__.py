"""Text and tables in, text and tables out: no Airflow, no network, no clock."""
