"""`make train DATA=…`: trains the models of the languages anew. The same data gives the same models."""

import argparse
import gzip
import random
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import pycrfsuite
import yaml

from anonymizers.characters import fold
from anonymizers.crf.features import Features, turns
from anonymizers.crf.tagger import OUTSIDE, model_path
from anonymizers.crf.training.examples import PUBLIC, Example, public, utterances
from anonymizers.crf.training.filling import Lists, as_heard, as_written, cropped, filled, load_lists, renamed
from anonymizers.crf.training.names import Names, names
from anonymizers.tokens import tokenise

TEXTS = Path(__file__).parent
COPIES = 6
"""How often each of our own utterances is filled, for each way of writing."""
CROPPED = 0.3
"""The share of them that begins at a name."""
IN_NO_LIST = 0.35
"""The share of texts whose names are described as if no list had them: most names that are met are in none."""
PUBLIC_SHARE = {"en": 0.3, "fr": 1.0, "de": 1.0, "es": 1.0}
"""How much of the public texts is used: English has much, of another kind than speech."""
PARAMETERS = {
    "c1": 0.2,
    "c2": 0.1,
    "max_iterations": 90,
    "feature.minfreq": 3,
    "feature.possible_transitions": False,
}


def main() -> None:
    """Train what the arguments name."""
    arguments = _arguments()
    without = frozenset(_names_in(arguments.without))
    jobs = [(language, small, arguments.data, without) for language in arguments.languages for small in (False, True)]
    with ProcessPoolExecutor(max_workers=2) as pool:
        for report in pool.map(_train, *zip(*jobs, strict=True)):
            print(report, flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make train", description="Train the embedded name models.")
    parser.add_argument("data", type=Path, help="the folder with the public texts (JSON lines)")
    parser.add_argument("--languages", nargs="+", choices=sorted(PUBLIC), default=sorted(PUBLIC))
    parser.add_argument("--without", type=Path, nargs="*", default=[], help="files of people whose names are not used")
    return parser.parse_args()


def _names_in(files: Iterable[Path]) -> Iterator[str]:
    for file in files:
        for person in yaml.safe_load(file.read_text(encoding="utf-8")):
            for part in (person["first"], person["last"]):
                yield from part.casefold().replace("-", " ").replace("'", " ").split()


def _train(language: str, small: bool, data: Path, without: frozenset[str]) -> str:
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(PARAMETERS)
    features = Features(language)
    count = 0
    chance = random.Random(f"{language} {small}")  # noqa: S311 - the same models from the same data
    for example in _examples(language, small, data, names(language, without), chance):
        count += _append(trainer, features, example, small, chance.random() < IN_NO_LIST)
    path = model_path(language, small)
    path.parent.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        plain = Path(folder) / "model"
        trainer.train(str(plain))
        # No time in the file: the same data gives the same bytes.
        path.write_bytes(gzip.compress(plain.read_bytes(), mtime=0))
    return f"{path.name}: {count} tokens, {path.stat().st_size / 1e6:.2f} MB"


def _examples(language: str, small: bool, data: Path, pool: Names, chance: random.Random) -> Iterator[Example]:
    own = TEXTS / language
    lists: Lists = load_lists(own / "lists.yaml")
    for file in sorted(own.glob("*.txt")):
        for utterance in utterances(file):
            for _ in range(COPIES):
                example = filled(utterance, pool, lists, chance)
                if chance.random() < CROPPED:
                    example = cropped(example, chance)
                yield as_heard(example, chance) if small else as_written(example)
    for example in public(data, language):
        if chance.random() < PUBLIC_SHARE[language]:
            swapped = renamed(example, pool, chance)
            yield as_heard(swapped, chance) if small else swapped


def _append(trainer: pycrfsuite.Trainer, features: Features, example: Example, small: bool, in_no_list: bool) -> int:
    plain = fold(example.text)
    tokens = tokenise(plain.text)
    of_letter = [OUTSIDE] * len(example.text)
    for start, end, label in example.spans:
        of_letter[start:end] = [label] * (end - start)
    labels = [of_letter[plain.start[token.start]] for token in tokens.items]
    unlisted = {index for index, label in enumerate(labels) if label == "PER"} if in_no_list else ()
    for turn in turns(tokens):
        trainer.append(features.of(tokens, turn._replace(small=small), unlisted), labels[turn.first : turn.last])
    return len(labels)


if __name__ == "__main__":
    main()
