"""A table of survey answers, anonymised column by column as the study declares them (P4.5)."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from enum import StrEnum

import pandas as pd

from anonymizers.cells import is_number, labels
from anonymizers.errors import AnonymizerError, ColumnsError
from anonymizers.hierarchies import Hierarchy, guess_kind, hierarchy_of
from anonymizers.masking import Anonymiser, Masked
from anonymizers.reasons import Reason, reasons_of, whole
from anonymizers.risk import Protected, SmallStudy, Thresholds, aggregates, protect
from anonymizers.transcript import counts

HIDDEN = "*"
"""What a cell says that would single somebody out."""

WORD = re.compile(r"\w+(?:['’\-]\w+)*")  # noqa: RUF001 - the apostrophe that people type


class ColumnRole(StrEnum):
    """What a survey column is to the export."""

    DIRECT = "direct"
    PSEUDONYM = "pseudonym"
    QUASI = "quasi"
    SENSITIVE = "sensitive"
    FREE_TEXT = "free_text"
    MEASURE = "measure"
    IGNORED = "ignored"


ALIKE = frozenset({ColumnRole.QUASI, ColumnRole.SENSITIVE})
"""The columns by whose values people are told apart, or by which something is learnt of them."""

_MOST_SHOWN = 20

_RULES = {ColumnRole.PSEUDONYM: "pseudonym", ColumnRole.QUASI: "generalised", ColumnRole.SENSITIVE: "generalised"}


@dataclass(frozen=True)
class TableRisk:
    """What a published table must withstand (P4.5), and how.

    `hierarchies` are the study's own and `kinds` those of `anonymizers.hierarchies.KINDS` that it names, each by
    column; any other quasi-identifier gets a kind by its header and values. `today` is the day that ages are counted
    to.
    """

    thresholds: Thresholds = field(default_factory=Thresholds)
    small: SmallStudy = SmallStudy.STRONGER
    hierarchies: Mapping[str, Hierarchy] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    today: date | None = None

    def hierarchy(self, column: str, values: Sequence[str]) -> Hierarchy:
        """How the values of a column are made coarser."""
        own = self.hierarchies.get(column)
        if own is not None:
            return own
        return hierarchy_of(self.kinds.get(column) or guess_kind(column, values), today=self.today, values=values)


@dataclass(frozen=True, slots=True)
class SurveyReport:
    """What was done to one table, in numbers and column names; spans are counted by entity, layer and recogniser.

    `k`, `l` and `t` are what the table reached, `loss` (0 to 1) how much of the quasi-identifiers it cost, where
    leaving them out costs 1; `protection` says in words what was done and why.
    """

    rows: int
    participants: int
    columns: list[str]
    columns_dropped: list[str]
    columns_absent: list[str]
    cells_analysed: int
    measures_read_as_text: int
    cells_suppressed: int
    aggregated: bool
    k: int
    l: int | None  # noqa: E741 - the literature's name
    t: float | None
    loss: float
    levels: dict[str, str]
    protection: list[str]
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
    risk: TableRisk | None = None,
    reasons: list[Reason] | None = None,
) -> tuple[pd.DataFrame, SurveyReport]:
    """The answers without their people, and what was done; why each place was masked is added to `reasons`.

    Direct and ignored columns are left out, the participant's id becomes the pseudonym, free text is masked. A cell
    of a measure or a sensitive column that is neither a number nor one of a few repeated labels is masked as free
    text: a name typed where a rating was asked for must not pass. Then quasi-identifiers are made coarser, and cells
    suppressed, until the table withstands `risk`. Rows stand in the order of their pseudonyms, which says nothing
    about who answered when; the answers of one participant stand in the order of their contents.

    Raises:
        AnonymizerError: a column without a role, no declared column at all, a frame without the participant column,
            a language that cannot be judged, or a study of too few people to be published at all.
    """
    risk = risk or TableRisk()
    columns = [str(name) for name in frame.columns]
    kept = kept_columns(columns, roles, participant_column)
    cells = {name: _cells(frame[name]) for name in kept}
    ids = participant_ids(_cells(frame[participant_column]))
    code_of = {one: anonymiser.pseudonym(one) for one in dict.fromkeys(ids)}
    codes = [code_of[one] for one in ids]
    texts = list(dict.fromkeys(value for name in kept for value in cells[name] if is_text(value, roles[name])))
    masked = dict(zip(texts, anonymiser.mask_any(texts, languages=languages), strict=True))
    table: dict[str, list[str]] = {}
    spans: dict[str, list[Masked | None]] = {}
    used: list[Masked] = []
    odd_measures = 0
    for name in kept:
        values = cells[name]
        if roles[name] is ColumnRole.PSEUDONYM:
            values = [clean_id(value) for value in values]
            known = code_of | {one: anonymiser.pseudonym(one) for one in dict.fromkeys(values) if one not in code_of}
            table[name] = [known[value] if value else "" for value in values]
        elif roles[name] is ColumnRole.QUASI:
            table[name] = values
        else:
            chosen = labels(values, ids, masked) if roles[name] is not ColumnRole.FREE_TEXT else frozenset()
            read = [is_text(value, roles[name]) and value not in chosen for value in values]
            table[name] = [masked[value].text if text else value for value, text in zip(values, read, strict=True)]
            used += [masked[value] for value, text in zip(values, read, strict=True) if text]
            spans[name] = [masked[value] if text else None for value, text in zip(values, read, strict=True)]
            odd_measures += sum(read) if roles[name] is not ColumnRole.FREE_TEXT else 0
    protected = protect_columns(table, roles, ids, risk)
    aggregated = len(set(ids)) < risk.thresholds.k and risk.small is SmallStudy.AGGREGATES
    report = SurveyReport(
        rows=len(ids),
        participants=len(set(ids)),
        columns=list(kept),
        columns_dropped=[name for name in columns if name not in kept],
        columns_absent=sorted(set(roles) - set(columns)),
        cells_analysed=len(used),
        measures_read_as_text=odd_measures,
        cells_suppressed=protected.cells_suppressed + protected.sensitive_suppressed,
        aggregated=aggregated,
        k=protected.k,
        l=protected.l,
        t=None if protected.t is None else round(protected.t, 4),
        loss=round(protected.loss.certainty, 4),
        levels=dict(protected.levels),
        protection=list(protected.words),
        words=sum(_words(cells[name]) for name in kept if roles[name] is not ColumnRole.PSEUDONYM),
        words_masked=sum(one.words_masked for one in used),
        **counts(used),
        keep_clashes=sum(one.keep_clashes for one in used),
    )
    if aggregated:
        measures = [name for name in kept if roles[name] is ColumnRole.MEASURE]
        answers = pd.DataFrame({name: table[name] for name in measures}, index=range(len(ids)))
        return aggregates(answers, measures, unit=ids), report
    order = _neutral_order(table, kept, codes)
    if reasons is not None:
        reasons.extend(_reasons(cells, table, spans, roles, order))
    rows = list(zip(*(table[name] for name in kept), strict=True))
    return pd.DataFrame([rows[index] for index in order], columns=list(kept), dtype=str), report


def clean_id(value: str) -> str:
    """A participant's id as it is compared: without blanks around it, its accents spelt one way (NFC)."""
    return unicodedata.normalize("NFC", value.strip())


def participant_ids(cells: Sequence[str], before: int = 0) -> list[str]:
    """The ids of some answers, of which `before` were read before.

    Raises:
        AnonymizerError: an answer that names nobody, by its number.
    """
    ids = [clean_id(cell) for cell in cells]
    if "" in ids:
        raise AnonymizerError(
            f"answer {before + ids.index('') + 1} names no participant, so its rights cannot be known; nothing was "
            "anonymised"
        )
    return ids


def _cells(column: pd.Series) -> list[str]:
    """The cells as text, empty where missing."""
    present = column.notna()
    return column.astype(object).where(present, "").astype(str).tolist()


def _words(cells: Sequence[str]) -> int:
    return sum(count * len(WORD.findall(value)) for value, count in Counter(cells).items())


def protect_columns(
    table: dict[str, list[str]], roles: Mapping[str, ColumnRole], ids: Sequence[str], risk: TableRisk
) -> Protected:
    """The quasi-identifiers and sensitive columns of the table brought to where they withstand the risk, in place."""
    alike = [name for name in table if roles[name] in ALIKE]
    hierarchies = {name: risk.hierarchy(name, table[name]) for name in alike if roles[name] is ColumnRole.QUASI}
    protected = protect(
        pd.DataFrame({name: table[name] for name in alike}, index=range(len(ids)), dtype=str),
        hierarchies,
        [name for name in alike if name not in hierarchies],
        risk.thresholds,
        unit=ids,
        small=risk.small,
    )
    if protected.refused:
        raise AnonymizerError(f"{protected.refused}; nothing of the survey is anonymised")
    for name in alike:
        if name in protected.frame.columns:
            table[name] = [str(value) for value in protected.frame[name]]
    return protected


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
            if found is not None and now != HIDDEN:
                yield from reasons_of(found, "cell", row + 1, shown[row], column=name)
            elif was != now:
                rule = "suppressed" if now == HIDDEN else _RULES[roles[name]]
                entity = roles[name].name
                yield whole(
                    "cell", row + 1, shown[row], was, now, entity=entity, layer="columns", rule=rule, column=name
                )


def kept_columns(columns: Sequence[str], roles: Mapping[str, ColumnRole], participant_column: str) -> list[str]:
    """The columns that are kept, in the table's order.

    Raises:
        AnonymizerError: two columns of one name, one without a role, one by which people are told apart that is
            absent, no column for the participant's id.
    """
    if len(set(columns)) < len(columns):
        raise AnonymizerError("the table has two columns of the same name; nothing of the survey is anonymised")
    if not set(roles) & set(columns):
        raise AnonymizerError(
            f"none of the {len(roles)} declared columns is among the table's {len(columns)}: its header row seems to "
            "be missing; nothing of the survey is anonymised"
        )
    without = [name for name in columns if name not in roles]
    if without:
        raise _without_a_role(columns, without, [name for name in roles if name not in columns])
    if participant_column not in columns:
        raise AnonymizerError(f"the table has no column '{participant_column}' to know the participant by")
    if roles[participant_column] not in {ColumnRole.PSEUDONYM, ColumnRole.DIRECT, ColumnRole.IGNORED}:
        raise AnonymizerError(
            f"the column '{participant_column}' holds the participants' ids: its role is pseudonym, direct or ignored"
        )
    declared = [name for name in roles if name in columns and name != participant_column]
    if not declared:
        raise AnonymizerError("none of the declared columns is in the table; nothing was anonymised")
    absent = [name for name, role in roles.items() if role in ALIKE and name not in columns]
    if absent:
        raise _lacking(columns, absent, [one for one in columns if roles[one] not in ALIKE])
    return [name for name in columns if roles[name] not in {ColumnRole.DIRECT, ColumnRole.IGNORED}]


def _without_a_role(columns: Sequence[str], without: Sequence[str], undeclared: Sequence[str]) -> ColumnsError:
    """By position, with the declared name that each may have been meant by."""
    folded = {name.casefold(): name for name in undeclared}
    shown: list[str] = []
    for name in without[:_MOST_SHOWN]:
        like = get_close_matches(name.casefold(), folded, n=1)
        shown.append(f"column {columns.index(name) + 1}" + (f" (is it '{folded[like[0]]}'?)" if like else ""))
    more = f" and {len(without) - _MOST_SHOWN} more" if len(without) > _MOST_SHOWN else ""
    advice = "Give each one in the study's `survey.columns`; until then nothing of the survey is anonymised"
    return ColumnsError(
        f"{len(without)} of the table's {len(columns)} columns have no role: {', '.join(shown)}{more}. {advice}",
        f"columns without a role: {', '.join(without)}. {advice}",
    )


def _lacking(columns: Sequence[str], absent: Sequence[str], others: Sequence[str]) -> ColumnsError:
    """By their declared names, with the columns that they may stand under."""
    folded = {one.casefold(): one for one in others}
    places: list[str] = []
    headers: list[str] = []
    for name in absent:
        near = get_close_matches(name.casefold(), folded, n=1) or [one for one in folded if name.casefold() in one]
        like = folded[near[0]] if near else None
        places.append(f"'{name}'" + (f" (is it column {columns.index(like) + 1}?)" if like else ""))
        headers.append(f"'{name}'" + (f" (is it '{like}'?)" if like else ""))
    begin = "the table lacks columns that tell people apart:"
    advice = (
        "Under another name they would be published as they are; write them in `survey.columns` as the table has them. "
        "Nothing of the survey is anonymised"
    )
    return ColumnsError(f"{begin} {'; '.join(places)}. {advice}", f"{begin} {'; '.join(headers)}. {advice}")


def is_text(value: str, role: ColumnRole) -> bool:
    """Whether a cell is read as free text, unless it turns out to be one of a measure's labels."""
    if role in {ColumnRole.MEASURE, ColumnRole.SENSITIVE}:
        return bool(value) and not is_number(value)
    return role is ColumnRole.FREE_TEXT and bool(value)


def _neutral_order(table: Mapping[str, list[str]], columns: Sequence[str], codes: Sequence[str]) -> list[int]:
    rows = list(zip(*(table[name] for name in columns), strict=True))
    return sorted(range(len(rows)), key=lambda index: (codes[index], rows[index]))
