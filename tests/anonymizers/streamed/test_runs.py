"""More records than memory holds, in order, and nothing of them in any folder."""

import random
from pathlib import Path

from anonymizers.masking import Anonymiser
from anonymizers.streamed.runs import Runs
from anonymizers.streamed.texts import MaskedTexts


def open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def test_records_of_many_runs_come_in_order(tmp_path: Path) -> None:
    chance = random.Random(5)
    records = [(chance.choice("abc"), f"é{chance.randint(0, 999)}", chance.randint(0, 9)) for _ in range(6_000)]
    with Runs(tmp_path) as runs:
        for start in range(0, len(records), 40):
            runs.add(sorted(records[start : start + 40]))
        assert list(runs.merged([("b", "", 1)])) == sorted([*records, ("b", "", 1)])


def test_runs_have_no_name_in_the_folder_and_few_are_open(tmp_path: Path) -> None:
    before = open_files()
    with Runs(tmp_path) as runs:
        for number in range(500):
            runs.add([(number,)])
        assert list(tmp_path.iterdir()) == []
        assert open_files() < before + 100
    assert open_files() == before


def test_texts_met_last_are_remembered_and_no_more_than_allowed(anonymiser: Anonymiser) -> None:
    masked = MaskedTexts(anonymiser, ["en"], most_texts=2, most_characters=20)
    expected = anonymiser.mask_any(["it was fine"], languages=["en"])[0]
    assert masked.of(["it was fine", "it was fine", "no"])["it was fine"] == expected
    assert set(masked.remembered()) == {"it was fine", "no"}
    masked.of(["it was fine"])
    masked.of(["slow"])
    assert set(masked.remembered()) == {"it was fine", "slow"}
    masked.of(["a long answer of many words"])
    assert masked.remembered() == []
