"""Labels that several chose, found piece by piece with little memory: what `labels` finds in all at once."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from anonymizers.cells import is_number, labels
from anonymizers.masking import Masked
from anonymizers.streamed.evidence import Evidence
from anonymizers.streamed.runs import Runs

_VALUES = st.sampled_from(["", "Easy", "4", "5", "x" * 60, "y" * 61]) | st.integers(0, 40).map("label {}".format)
_CELLS = st.lists(st.tuples(_VALUES, _VALUES, st.integers(0, 5)), max_size=120)


@settings(max_examples=150, deadline=None)
@given(_CELLS, st.sets(st.sampled_from(["4", "5", "no"])), st.integers(1, 12), st.integers(1, 50))
def test_what_several_chose_does_not_depend_on_what_is_held(
    cells: list[tuple[str, str, int]], free_text: set[str], most_held: int, rows_a_chunk: int
) -> None:
    """With nothing harmful in them, the labels are what several chose, where it is not too much."""
    columns = {"a": [one for one, _, _ in cells], "b": [one for _, one, _ in cells]}
    people = [person for _, _, person in cells]
    read = {value for values in columns.values() for value in values if value and not is_number(value)} | free_text
    masked = {value: Masked(value, (), 1, 0) for value in read}
    with TemporaryDirectory() as folder, Runs(Path(folder)) as runs:
        evidence = Evidence(["b", "a"], runs, most_held=most_held)
        for start in range(0, len(cells), rows_a_chunk):
            stop = start + rows_a_chunk
            for name, values in columns.items():
                evidence.add(name, values[start:stop], people[start:stop])
        evidence.add_free_text(free_text)
        found = evidence.repeated()
    ids = [f"q-{person}" for person in people]
    for name, values in columns.items():
        assert frozenset(found.get(name, ())) == labels(values, ids, masked)
