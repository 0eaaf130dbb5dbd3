"""Which agency is measured, and what another process needs to open it.

The clock stands still on noon of 24 November 2026.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from lethe.agency import Agency
from lethe.settings import Settings, load_settings
from tests.services.agency import connections
from tests.services.ceph import S3Server

PROJECT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
RULES = ("recordings", "survey-answers")
CLIENT = "brightwell"
STUDY = "banking-app"
TABLE = "banking-app-platform"
ORPHANED = "heat-pump-portal"
THREADS = 8
UNASKED = 100_000_000


def at_noon() -> datetime:
    """The clock of a site."""
    return NOW


@cache
def site_settings(bucket_prefix: str) -> Settings:
    """The shipped configuration, every bucket under a name of its own, and no plan too large to go unasked."""
    shipped = load_settings(PROJECT / "config")
    stores = {
        store_id: store.model_copy(update={"bucket": f"{bucket_prefix}-{store.bucket}"})
        for store_id, store in shipped.places.stores.items()
    }
    places = shipped.places.model_copy(update={"stores": stores})
    # Nearly everything here is due at once: nobody would be there to say that it may go.
    cap = shipped.retention.cap.model_copy(update={"items": UNASKED})
    retention = shipped.retention.model_copy(update={"cap": cap})
    return shipped.model_copy(update={"places": places, "retention": retention})


@dataclass(frozen=True)
class Access:
    """All that another process needs to open a site: plain values."""

    home: Path
    s3: S3Server
    port: int
    database: str
    bucket_prefix: str

    def open(self) -> Agency:
        """The agency, with connections of its own."""
        return Agency(
            site_settings(self.bucket_prefix), at_noon, connections(self.s3, self.port, self.database), self.home
        )
