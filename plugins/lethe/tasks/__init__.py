"""The tasks that the DAGs are written with: thin, and nothing of a person passes through them.

What moves between tasks is ids, counts, batch numbers and digests. What a task works on it finds by its own run's id
in the ledger, never in what another task handed over, for that can be forged through Airflow's API.
"""
