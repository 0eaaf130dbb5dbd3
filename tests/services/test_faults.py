"""Networks and servers that fail and lie: a purge gets there or says what remains, and never certifies wrongly."""

from collections.abc import Iterator

import pytest

from tests.proof.lies import OBJECTS, impatient_clients, put_through
from tests.proof.proxy import Proxy, proxy_before
from tests.proof.scenarios import SCENARIOS, Scenario
from tests.proof.site import Site, site
from tests.services.buckets import s3_client
from tests.services.ceph import S3Server


@pytest.fixture(scope="module")
def lied_to(s3: S3Server, postgres: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, Proxy]]:
    home = tmp_path_factory.mktemp("lied-to")
    with (
        site(home, s3, postgres, objects=OBJECTS, rows=0, name="lied-to") as made,
        proxy_before(s3.endpoint) as proxy,
        impatient_clients(3),
    ):
        yield made, proxy


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
def test_fault_leads_to_no_false_certificate(lied_to: tuple[Site, Proxy], scenario: Scenario) -> None:
    made, proxy = lied_to
    verdict = put_through(made, proxy, scenario, SCENARIOS.index(scenario))
    assert verdict.as_expected, verdict
    assert not verdict.leaked


def test_proxy_without_a_fault_changes_nothing(lied_to: tuple[Site, Proxy], s3: S3Server) -> None:
    made, proxy = lied_to
    through, direct = s3_client(proxy.endpoint, s3.owner), s3_client(s3.endpoint, s3.owner)
    bucket = made.bucket("sessions")
    through.put_object(Bucket=bucket, Key="ä b+c.wav", Body=b"x" * 70_000)
    for client in (through, direct):
        assert client.get_object(Bucket=bucket, Key="ä b+c.wav")["Body"].read() == b"x" * 70_000
        assert client.head_object(Bucket=bucket, Key="ä b+c.wav")["ContentLength"] == 70_000
    listings = [client.list_object_versions(Bucket=bucket) for client in (through, direct)]
    assert listings[0].get("Versions") == listings[1].get("Versions")
