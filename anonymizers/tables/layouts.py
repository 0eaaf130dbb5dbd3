"""Which survey platform wrote a file, told by its first rows, and what its header rows mean.

The layouts as the platforms' exports are known to look: Qualtrics (its help page "Understanding your dataset"),
SurveyMonkey ("Exporting results"), Typeform, Google Forms and LimeSurvey.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_SUB_HEADERS = frozenset({"", "response", "open-ended response", "réponse", "réponse ouverte", "antwort", "respuesta"})
_GOOGLE_FIRST = frozenset({"Timestamp", "Horodateur", "Zeitstempel", "Marca temporal", "Marca de tiempo"})
_LIME_CODES = frozenset({"id", "submitdate", "lastpage", "startlanguage"})
_LIME_TEXTS = frozenset({"response id", "date submitted", "last page", "start language"})
_LIME_HEADER = re.compile(r"([A-Za-z]\w*(?:\[[^\]]*\])*)\. (.*)", re.DOTALL | re.ASCII)
_IMPORT_ID = re.compile(r'\{\s*"ImportId"')


@dataclass(frozen=True, slots=True)
class Layout:
    """The platform (empty if unknown), how many rows are headers, and each column's name and question text."""

    platform: str
    header_rows: int
    names: list[str]
    labels: list[str]
    left_out: tuple[str, ...] = ()


def recognise(head: Sequence[Sequence[str]]) -> Layout:
    """The layout of a table whose first rows, from its header on, are these one to three."""
    header = [name.strip() for name in head[0]]
    second = _row(head, 1, len(header))
    third = _row(head, 2, len(header))
    known = set(header)
    if third and _IMPORT_ID.match(next(filter(None, third), "")):
        return Layout("qualtrics", 3, header, second, ("1 row of import ids",))
    # Legacy exports, and those to Excel, have no row of import ids.
    if second and _is_qualtrics_pair(dict(zip(header, second, strict=True))):
        return Layout("qualtrics", 2, header, second)
    if {"ResponseId", "RecordedDate"} <= known:
        return Layout("qualtrics", 1, header, [""] * len(header))
    if {"Respondent ID", "Collector ID"} <= known:
        return _surveymonkey(header, second)
    if {"Start Date (UTC)", "Submit Date (UTC)"} <= known or {"#", "Network ID"} <= known:
        return Layout("typeform", 1, unique(header), header)
    if header[0] in _GOOGLE_FIRST and len(header) > 1:
        return Layout("google_forms", 1, unique(header), header)
    return _limesurvey(header) or Layout("", 1, header, [""] * len(header))


def unique(names: Sequence[str]) -> list[str]:
    """The names, numbered from the second on where one comes again; an empty one stays so.

    >>> unique(["Other", "Other", "Comment"])
    ['Other', 'Other (2)', 'Comment']
    """
    taken = set(names)
    seen: set[str] = set()
    result: list[str] = []
    for name in names:
        new, number = name, 2
        while new and new in seen:
            new, number = f"{name} ({number})", number + 1
            if new in taken and new not in seen:
                new = name
        seen.add(new)
        result.append(new)
    return result


def _row(head: Sequence[Sequence[str]], index: int, width: int) -> list[str]:
    if len(head) <= index or len(head[index]) != width:
        return []
    return [cell.strip() for cell in head[index]]


def _is_qualtrics_pair(texts: dict[str, str]) -> bool:
    return texts.get("StartDate") in {"Start Date", "StartDate"} and (
        texts.get("ResponseId") in {"Response ID", "ResponseId"} or texts.get("ResponseID") in {"ResponseID"}
    )


def _surveymonkey(header: list[str], second: list[str]) -> Layout:
    """Two header rows: questions, each over its choices; a question is written over the first choice alone."""
    below = dict(zip(header, second, strict=True)) if second else {}
    if not second or below["Respondent ID"] or below["Collector ID"]:
        return Layout("surveymonkey", 1, unique(header), header)
    questions: list[str] = []
    for name, choice in zip(header, second, strict=True):
        questions.append(name or (questions[-1] if questions and choice else ""))
    names = [
        question if choice.lower() in _SUB_HEADERS else f"{question} - {choice}"
        for question, choice in zip(questions, second, strict=True)
    ]
    return Layout("surveymonkey", 2, unique(names), questions)


def _limesurvey(header: list[str]) -> Layout | None:
    matches = [_LIME_HEADER.fullmatch(name) for name in header]
    codes = {match[1] for match in matches if match}
    if len(codes & _LIME_CODES) >= 2:
        names = [match[1] if match else name for match, name in zip(matches, header, strict=True)]
        return Layout("limesurvey", 1, names, [match[2].strip() if match else "" for match in matches])
    if len(_LIME_CODES & set(header)) >= 3:
        return Layout("limesurvey", 1, header, [""] * len(header))
    if len(_LIME_TEXTS & {name.lower() for name in header}) >= 3:
        return Layout("limesurvey", 1, unique(header), header)
    return None
