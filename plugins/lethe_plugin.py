"""Registers Lethe with Airflow, and nothing else: plugins are imported by every component and every task."""

from airflow.plugins_manager import AirflowPlugin


class LethePlugin(AirflowPlugin):
    """Names the product among Airflow's plugins."""

    name = "lethe"
