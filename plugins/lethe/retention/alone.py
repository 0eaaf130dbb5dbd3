"""One at a time on this machine, without a lock that a killed process could leave behind."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from lethe.agency import Agency


@contextmanager
def alone(agency: Agency, name: str) -> Iterator[None]:
    """Wait until nobody else on this machine is inside under that name, then be alone there.

    A task whose heartbeat was lost may still run beside its second try. Two of them would write one file of a folder
    store. A versioned bucket keeps what two machines put at once, and the ledger names one of the two; where versions
    are not kept, run what certifies on one machine.
    """
    folder = agency.home / ".lethe" / "locks"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (folder / name).open("wb") as file:
        # The system lets go of it when the process ends, however it ends.
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
