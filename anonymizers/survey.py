"""A table of survey answers, anonymised column by column as the study declares them (P4.5)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from anonymizers.errors import AnonymizerError
from anonymizers.generalise import generalised
from anonymizers.masking import Anonymiser, Masked
from anonymizers.reasons import Reason, reasons_of, whole
from anonymizers.transcript import counts

OTHER = "[other]"
"""What a quasi-identifier says when too few share its value."""

K = 5
"""A value of a quasi-identifier stays when at least that many participants share it."""

MOST_LABELS = 20
_LONGEST_LABEL = 60
_FEWEST_USES = 2
_NUMBER = re.compile(r"[+-]?(?:\d{1,4}|\d{1,3}(?:[ ,.']\d{3})?)(?:[.,]\d{1,4})? ?%?")
_WORD = re.compile(r"\w+(?:['’\-]\w+)*")  # noqa: RUF001 - the apostrophe that people type
_AGE_COLUMN = re.compile(r"(?:^|[^a-z])(?:age|âge|alter|edad)(?:[^a-z]|$)", re.IGNORECASE)
_HARMLESS_IN_LABELS = frozenset({"UNKNOWN", "NUMBER"})


class ColumnRole(StrEnum):
    """What a survey column is to the export."""

    DIRECT = "direct"
    PSEUDONYM = "pseudonym"
    QUASI = "quasi"
    FREE_TEXT = "free_text"
    MEASURE = "measure"
    IGNORED = "ignored"


_RULES = {ColumnRole.PSEUDONYM: "pseudonym", ColumnRole.QUASI: "generalised"}


@dataclass(frozen=True, slots=True)
class SurveyReport:
    """What was done to one table, in numbers and column names; spans are counted by entity, layer and recogniser."""

    rows: int
    participants: int
    columns: list[str]
    columns_dropped: list[str]
    columns_absent: list[str]
    cells_analysed: int
    measures_read_as_text: int
    quasi_suppressed: int
    words: int
    words_masked: int
    by_entity: dict[str, int]
    by_layer: dict[str, int]
    by_recogniser: dict[str, int]
    keep_clashes: int


def anonymise_survey(
    frame: pd.DataFrame,
    roles: Mapping[str, ColumnRole],
    anonymiser: Anonymiser,
    *,
    languages: Sequence[str],
    participant_column: str,
    reasons: list[Reason] | None = None,
) -> tuple[pd.DataFrame, SurveyReport]:
    """The answers without their people, and what was done; why each place was masked is added to `reasons`.

    Direct and ignored columns are left out, the participant's id becomes the pseudonym, free text is masked, and
    quasi-identifiers are generalised, then suppressed where fewer than five participants share a value. A cell of a
    measure that is neither a number nor one of a few repeated labels is masked as free text: a name typed where a
    rating was asked for must not pass. Rows stand in the order of their pseudonyms, which says nothing about who
    answered when; the answers of one participant stand in the order of their contents.

    Raises:
        AnonymizerError: a column without a role, no declared column at all, a frame without the participant column,
            or a language that cannot be judged.
    """
    columns = [str(name) for name in frame.columns]
    kept = _checked(columns, roles, participant_column)
    cells = {name: ["" if pd.isna(value) else str(value) for value in frame[name]] for name in kept}
    ids = [str(value) for value in frame[participant_column].fillna("")]
    if any(not one for one in ids):
        raise AnonymizerError("an answer names no participant, so its rights cannot be known; nothing was anonymised")
    codes = [anonymiser.pseudonym(one) for one in ids]
    texts = list(dict.fromkeys(value for name in kept for value in cells[name] if _is_text(value, roles[name])))
    masked = dict(zip(texts, anonymiser.mask_any(texts, languages=languages), strict=True))
    table: dict[str, list[str]] = {}
    spans: dict[str, list[Masked | None]] = {}
    used: list[Masked] = []
    suppressed = odd_measures = 0
    for name in kept:
        values = cells[name]
        if roles[name] is ColumnRole.PSEUDONYM:
            table[name] = [anonymiser.pseudonym(value) if value else "" for value in values]
        elif roles[name] is ColumnRole.QUASI:
            table[name] = _quasi(values, ids, age=bool(_AGE_COLUMN.search(name)))
            suppressed += table[name].count(OTHER)
        else:
            labels = _labels(values, ids, masked) if roles[name] is ColumnRole.MEASURE else frozenset()
            read = [_is_text(value, roles[name]) and value not in labels for value in values]
            table[name] = [masked[value].text if text else value for value, text in zip(values, read, strict=True)]
            used += [masked[value] for value, text in zip(values, read, strict=True) if text]
            spans[name] = [masked[value] if text else None for value, text in zip(values, read, strict=True)]
            odd_measures += sum(read) if roles[name] is ColumnRole.MEASURE else 0
    report = SurveyReport(
        rows=len(ids),
        participants=len(set(ids)),
        columns=list(kept),
        columns_dropped=[name for name in columns if name not in kept],
        columns_absent=sorted(set(roles) - set(columns)),
        cells_analysed=len(used),
        measures_read_as_text=odd_measures,
        quasi_suppressed=suppressed,
        words=sum(
            len(_WORD.findall(value))
            for name in kept
            if roles[name] is not ColumnRole.PSEUDONYM
            for value in cells[name]
        ),
        words_masked=sum(one.words_masked for one in used),
        **counts(used),
        keep_clashes=sum(one.keep_clashes for one in used),
    )
    order = _neutral_order(table, kept, codes)
    if reasons is not None:
        reasons.extend(_reasons(cells, table, spans, roles, order))
    rows = list(zip(*(table[name] for name in kept), strict=True))
    return pd.DataFrame([rows[index] for index in order], columns=list(kept), dtype=str), report


def _reasons(
    cells: Mapping[str, Sequence[str]],
    table: Mapping[str, Sequence[str]],
    spans: Mapping[str, Sequence[Masked | None]],
    roles: Mapping[str, ColumnRole],
    order: Sequence[int],
) -> Iterator[Reason]:
    """Row by row of the source, column by column; a cell that its column's role replaced is one place."""
    shown = {row: number for number, row in enumerate(order, 1)}
    for row in range(len(order)):
        for name, values in table.items():
            was, now = cells[name][row], values[row]
            found = spans[name][row] if name in spans else None
            if found is not None:
                yield from reasons_of(found, "cell", row + 1, shown[row], column=name)
            elif was != now:
                rule = "suppressed" if now == OTHER else _RULES[roles[name]]
                entity = roles[name].name
                yield whole(
                    "cell", row + 1, shown[row], was, now, entity=entity, layer="columns", rule=rule, column=name
                )


def _checked(columns: Sequence[str], roles: Mapping[str, ColumnRole], participant_column: str) -> list[str]:
    """The columns that are kept, in the table's order."""
    if len(set(columns)) < len(columns):
        raise AnonymizerError("the table has two columns of the same name; nothing of the survey is anonymised")
    without = [name for name in columns if name not in roles]
    if without:
        raise AnonymizerError(
            f"columns without a role: {', '.join(without)}. Give each one in the study's `survey.columns`; until then "
            "nothing of the survey is anonymised"
        )
    if participant_column not in columns:
        raise AnonymizerError(f"the table has no column '{participant_column}' to know the participant by")
    if roles[participant_column] not in {ColumnRole.PSEUDONYM, ColumnRole.DIRECT, ColumnRole.IGNORED}:
        raise AnonymizerError(
            f"the column '{participant_column}' holds the participants' ids: its role is pseudonym, direct or ignored"
        )
    declared = [name for name in roles if name in columns and name != participant_column]
    if not declared:
        raise AnonymizerError("none of the declared columns is in the table; nothing was anonymised")
    return [name for name in columns if roles[name] not in {ColumnRole.DIRECT, ColumnRole.IGNORED}]


def _is_text(value: str, role: ColumnRole) -> bool:
    """Whether a cell is read as free text, unless it turns out to be one of a measure's labels."""
    if role is ColumnRole.MEASURE:
        return bool(value) and not _NUMBER.fullmatch(value)
    return role is ColumnRole.FREE_TEXT and bool(value)


def _labels(values: Sequence[str], ids: Sequence[str], masked: Mapping[str, Masked]) -> frozenset[str]:
    """The few short values that several participants chose and in which nothing but an unknown word was found."""
    choosing: dict[str, set[str]] = {}
    for value, one in zip(values, ids, strict=True):
        if value in masked and len(value) <= _LONGEST_LABEL:
            choosing.setdefault(value, set()).add(one)
    repeated = {value for value, by in choosing.items() if len(by) >= _FEWEST_USES}
    if len(repeated) > MOST_LABELS:
        return frozenset()
    return frozenset(
        value for value in repeated if all(span.entity in _HARMLESS_IN_LABELS for span in masked[value].spans)
    )


def _quasi(values: Sequence[str], ids: Sequence[str], *, age: bool) -> list[str]:
    """The values made coarser, and suppressed where fewer than five participants share one."""
    coarse = [generalised(value, age=age) for value in values]
    sharing: dict[str, set[str]] = {}
    for value, one in zip(coarse, ids, strict=True):
        sharing.setdefault(value, set()).add(one)
    return [value if not value or len(sharing[value]) >= K else OTHER for value in coarse]


def _neutral_order(table: Mapping[str, list[str]], columns: Sequence[str], codes: Sequence[str]) -> list[int]:
    rows = list(zip(*(table[name] for name in columns), strict=True))
    return sorted(range(len(rows)), key=lambda index: (codes[index], rows[index]))
