"""A purge on Ceph and PostgreSQL that is killed ends as if it had not been; `make prove` kills it a hundred times."""

import random
from collections.abc import Iterator
from typing import Any

import pytest

from lethe.connectors.s3 import S3Store
from tests.proof.access import RULES
from tests.proof.filling import put_due
from tests.proof.kills import SMALL, Trial, killed_at_random, killed_before_each_step, whole_purge
from tests.proof.purge import steps
from tests.proof.site import Site, site
from tests.proof.snapshot import snapshot, touched_wrongly
from tests.services.ceph import S3Server


@pytest.fixture(scope="module")
def killing(s3: S3Server, postgres: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    home = tmp_path_factory.mktemp("killing")
    with site(home, s3, postgres, objects=SMALL.objects, rows=SMALL.rows, name="killing") as made:
        yield made


def test_purge_killed_five_times_at_random_converges(killing: Site) -> None:
    whole, took = whole_purge(killing, 0)
    assert whole.problems == []
    chance = random.Random(1)
    trials: list[Trial] = []
    while sum(len(trial.killed_in) for trial in trials) < SMALL.kills:
        trials.append(killed_at_random(killing, len(trials) + 1, chance, took, SMALL.in_each))
        took = min(took, trials[-1].shortest)
    assert [trial.problems for trial in trials] == [[] for _ in trials]


def test_purge_killed_before_every_step_converges(killing: Site) -> None:
    trial = killed_before_each_step(killing, 100)
    expected = ("find due", "freeze", "delete batch 0", "verify", "certify")
    assert trial.killed_in == [f"{rule_id}: {step}" for rule_id in RULES for step in expected]
    assert trial.problems == []


def test_purge_that_takes_too_much_or_too_little_is_noticed(killing: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    access = killing.trial(200)
    before = snapshot(killing, access)
    assert touched_wrongly(killing, before, before) == [f"{_due(killing, before)} of what is due is left"]
    delete = S3Store.delete

    # One neighbour in each of two stores.
    def one_more(store: S3Store, versions: Any) -> Any:
        neighbour = [version for version in store.list_versions() if version.key.endswith(".bak")]
        return delete(store, [*versions, *neighbour[:1]])

    monkeypatch.setattr(S3Store, "delete", one_more)
    for rule_id in RULES:
        steps(access.open(), rule_id, lambda _: None)
    assert touched_wrongly(killing, before, snapshot(killing, access)) == ["2 of what is not due is gone"]
    monkeypatch.undo()
    put_due(killing)
    assert "was not there before" in touched_wrongly(killing, before, snapshot(killing, access))[-1]
    killing.end(access)


def _due(site: Site, names: Any) -> int:
    return sum((place, key) in site.due for place, key, _ in names)
