"""A run of training: what it is made of, and that the same data gives the same bytes."""

import gzip
import json
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pycrfsuite
import pytest

from anonymizers.crf.features import Features
from anonymizers.crf.training import train
from anonymizers.crf.training.examples import PUBLIC, Example
from anonymizers.crf.training.names import names

ROOT = Path(__file__).resolve().parents[3]
UTTERANCES = """
# A few open utterances.
me llamo {full} y soy {JOB} en {EMP}
mi hermana {first} dice que la cesta está bien
pulso en el menú y luego en la cesta
tengo {AGE:cuarenta y dos} años y compro en {ORG}
""".lstrip()
LISTS = {"JOB": ["panadera", "farera"], "EMP.tienda": ["Casa Olmo"], "ORG": ["Acme", "Brisa"]}
WITHOUT = frozenset({"lucía", "garcía", "ana"})


@pytest.fixture
def texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Few Spanish texts in the place of ours, and a folder with public ones."""
    own = tmp_path / "texts" / "es"
    own.mkdir(parents=True)
    (own / "utterances_1.txt").write_text(UTTERANCES, encoding="utf-8")
    (own / "lists.yaml").write_text(json.dumps(LISTS), encoding="utf-8")
    data = tmp_path / "data"
    data.mkdir()
    public = {"text": "El señor Zed Quay vive en Graz", "spans": [[9, 17, "PERSON"], [26, 30, "LOCATION"]]}
    for name in PUBLIC["es"]:
        (data / f"{name}.jsonl").write_text(json.dumps(public, ensure_ascii=False) + "\n", encoding="utf-8")
    monkeypatch.setattr(train, "TEXTS", tmp_path / "texts")
    return data


def examples(data: Path, seed: str = "es False", *, small: bool = False) -> list[Example]:
    pool = names("es", WITHOUT)
    return list(train._examples("es", small, data, pool, random.Random(seed)))


def test_the_same_seed_gives_the_same_examples_and_another_one_others(texts: Path) -> None:
    assert examples(texts) == examples(texts)
    assert examples(texts) != examples(texts, "another")


def test_each_utterance_is_filled_several_times_and_each_public_text_used_once(texts: Path) -> None:
    found = examples(texts)
    assert len(found) == 4 * train.COPIES + len(PUBLIC["es"])
    assert not any("Zed" in one.text or "Quay" in one.text for one in found)
    assert sum("Graz" in one.text for one in found) == len(PUBLIC["es"])
    assert {label for one in found for _, _, label in one.spans} == {"PER", "JOB", "EMP", "AGE", "ORG", "LOC"}


def test_the_small_model_learns_from_small_letters_without_marks(texts: Path) -> None:
    assert all(one.text == one.text.casefold() and "," not in one.text for one in examples(texts, small=True))
    assert any(one.text != one.text.casefold() for one in examples(texts))


class Written:
    """What a trainer is given, instead of a trainer."""

    def __init__(self) -> None:
        self.turns: list[tuple[list[list[str]], list[str]]] = []

    def append(self, features: list[list[str]], labels: list[str]) -> None:
        self.turns.append((features, labels))


@pytest.mark.parametrize("in_no_list", [False, True])
def test_each_token_is_taught_with_its_label_and_names_at_times_as_if_unlisted(in_no_list: bool) -> None:
    text = "So Priya\u200b said\nno to Acme"
    example = Example(text, ((3, 9, "PER"), (21, 25, "ORG")))
    written = Written()
    count = train._append(written, Features("en"), example, False, in_no_list)
    assert count == 6
    assert [labels for _, labels in written.turns] == [["O", "PER", "O"], ["O", "O", "ORG"]]
    listed = [one for one in written.turns[0][0][1] if one.startswith("l=")]
    assert bool(listed) is not in_no_list


def test_training_twice_gives_the_same_bytes_and_a_model_that_works(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []
    for run in ("one", "two"):
        folder = tmp_path / run
        monkeypatch.setattr(train, "model_path", lambda language, small, to=folder: to / f"{language}.{small}")
        reports = [train._train("es", small, texts, WITHOUT) for small in (False, True)]
        assert all("tokens" in report for report in reports)
        made.append({path.name: path.read_bytes() for path in sorted(folder.iterdir())})
    assert made[0] == made[1]
    assert Counter(made[0].keys()) == Counter(["es.False", "es.True"])
    model = pycrfsuite.Tagger()
    content = gzip.decompress(made[0]["es.False"])
    model.open_inmemory(content)
    assert set(model.labels()) == {"O", "PER", "JOB", "EMP", "AGE", "ORG", "LOC"}


def test_the_command_says_what_is_missing(tmp_path: Path) -> None:
    run = [sys.executable, "-m", "anonymizers.crf.training.train"]
    done = subprocess.run(
        [*run, str(tmp_path), "--languages", "cy"], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert done.returncode == 2
    assert "invalid choice: 'cy'" in done.stderr


def test_make_train_without_a_folder_is_an_error_that_teaches() -> None:
    done = subprocess.run(
        # `setup` counts as done: this is about the argument.
        ["make", "--old-file=setup", "train", "DATA="],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 2
    assert "make train DATA=" in done.stderr
    assert "The models are as they were." in done.stderr
