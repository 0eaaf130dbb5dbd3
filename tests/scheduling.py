"""Which worker of pytest-xdist runs what: whole files, and all that shares one running Airflow together and first."""

from pathlib import PurePosixPath

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling

TOGETHER = "tests/airflow"


class AirflowFirst(LoadFileScheduling):
    """Airflow's tests share one demo and mostly wait for it: begun last, they would leave the other cores idle."""

    def __init__(self, config: pytest.Config, log: Producer | None = None) -> None:
        super().__init__(config, log)
        # In the order of the names, which has Airflow's in front, and not by the number of tests.
        config.option.loadscopereorder = False

    def _split_scope(self, nodeid: str) -> str:
        file = super()._split_scope(nodeid)
        return TOGETHER if str(PurePosixPath(file).parent) == TOGETHER else file


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> AirflowFirst:
    """The scheduler of every parallel run of these tests."""
    return AirflowFirst(config, log)
