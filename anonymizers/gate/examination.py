"""The examination of one set of candidate files."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from anonymizers.gate.archives import archive_fragments, is_archive
from anonymizers.gate.candidates import Candidate, Progress, Steps, is_opaque, opened, suffix_of
from anonymizers.gate.columnar import columnar_fragments, is_columnar
from anonymizers.gate.counting import Found, embedded_media, found_in_text
from anonymizers.gate.crowd import crowd, crowd_of
from anonymizers.gate.folding import readings
from anonymizers.gate.fragments import Fragment, Unreadable, decode, metadata_fragments, text_fragments
from anonymizers.gate.identities import Index
from anonymizers.gate.report import (
    CandidateFile,
    Crowd,
    Finding,
    GateError,
    GateReport,
    Severity,
    StoredFile,
    TableRule,
    Where,
    candidate_digest,
)
from anonymizers.gate.table_search import search_table
from anonymizers.gate.vocabulary import lexicon_of
from anonymizers.people import Person


def examine(
    files: Sequence[CandidateFile | StoredFile],
    people: Sequence[Person],
    *,
    keep: Collection[str] = (),
    languages: Sequence[str] = ("en",),
    tables: Sequence[TableRule] = (),
    progress: Progress | None = None,
) -> GateReport:
    """What the candidate's bytes, names and metadata still show of anybody (P4.5, P4.7); nothing is changed.

    `people` are the study's own, `keep` its brands and products, `languages` ISO 639-1 codes of what is spoken in
    it: they say what is an everyday word. `tables` are the rules of the files of those names. The report holds ids,
    kinds, counts and digests, never a value.

    A stored `.csv` or `.tsv` file may be of any size: it is read row by row, with the findings, counts and digest that
    its bytes would have. It is stricter in two things: what cannot be read as a table blocks as `unreadable`, where
    bytes would be searched as plain text, and a label in small letters ("will: no") names somebody wherever it stands,
    where in bytes it must come twice. Any other stored file is read whole. `progress` is told of stored tables alone.

    Raises:
        GateError: no file, two files of one name, or a stored file that cannot be opened or changes. Nothing has
            passed.
    """
    if not files:
        raise GateError("no candidate file was given, so there is nothing that could pass")
    if (shared := len(files) - len({file.name for file in files})) > 0:
        raise GateError(f"{shared} files share a name with another, so no digest can name the set")
    steps = Steps(progress)
    candidates = [opened(file, steps.told) for file in files]
    steps.expect(sum(_readings(one, tables) * one.text.size for one in candidates if one.text))
    index = Index(people, keep, lexicon_of(tuple(languages)))
    findings = [finding for number, one in enumerate(candidates, start=1) for finding in _file(number, one, index)]
    crowds = list(_crowds(candidates, tables, findings))
    return GateReport(
        files=len(files),
        sha256=tuple(one.sha256 for one in candidates),
        candidate_digest=candidate_digest({one.file.name: one.sha256 for one in candidates}),
        people=len(people),
        unsearchable=index.unsearchable,
        findings=tuple(sorted(findings)),
        crowds=tuple(crowds),
    )


def _readings(one: Candidate, tables: Sequence[TableRule]) -> int:
    return 2 + sum(rule.name == one.file.name for rule in tables)


def _crowds(candidates: Sequence[Candidate], tables: Sequence[TableRule], findings: list[Finding]) -> Iterator[Crowd]:
    """How the people of each table are hidden; what falls short of its rule is added to the findings."""
    for number, one in enumerate(candidates, start=1):
        for rule in tables:
            if one.file.name != rule.name:
                continue
            try:
                found = _crowd(one, rule)
            except Unreadable as refused:
                findings.append(Finding(number, refused.kind, "block", "", "content", 1))
                continue
            yield found
            short: tuple[tuple[str, Severity, int], ...] = (
                ("too_few_alike", "block", found.with_too_few),
                ("too_little_diversity", "block", found.undiverse),
                ("fewer_people_than_k", "review", found.people if found.people < rule.k else 0),
            )
            findings += [Finding(number, kind, severity, "", "content", n) for kind, severity, n in short if n]


def _crowd(one: Candidate, rule: TableRule) -> Crowd:
    if one.problem:
        raise Unreadable(one.problem)
    if one.text is None:
        return crowd(one.data, rule)
    one.text.first_line()
    with one.text.reading() as lines:
        return crowd_of(lines, rule)


def _file(number: int, one: Candidate, index: Index) -> Iterator[Finding]:
    found: dict[Where, Found] = {"content": Counter(), "file_name": Counter(), "metadata": Counter()}
    fragments, problems = [Fragment("file_name", one.file.name, "title"), *metadata_fragments(one.file.metadata)], []
    if one.text is not None:
        try:
            found["content"] = search_table(one.text, "\t" if suffix_of(one.file.name) == "tsv" else "", index)
        except Unreadable as refused:
            problems.append(refused.kind)
    elif one.problem:
        problems.append(one.problem)
    else:
        contents, problems = _contents(one.file.name, one.data)
        fragments += contents
    for fragment in fragments:
        found[fragment.where] += _fragment(fragment, index)
    for problem in problems:
        found["content"][problem, "block", ""] += 1
    for where, counts in found.items():
        for (kind, severity, ref), count in counts.items():
            yield Finding(number, kind, severity, ref, where, count)


def _contents(name: str, data: bytes) -> tuple[list[Fragment], list[str]]:
    """What can be read of a file, and the kinds of what cannot."""
    if is_archive(data):
        return archive_fragments(data)
    if is_columnar(data):
        try:
            return list(columnar_fragments(data)), []
        except Unreadable as refused:
            return [], [refused.kind]
    if is_opaque(data):
        return [], ["unreadable"]
    try:
        return list(text_fragments(suffix_of(name), decode(data))), []
    except Unreadable as refused:
        return [], [refused.kind]


def _fragment(fragment: Fragment, index: Index) -> Found:
    """Occurrences in a fragment, each counted in the reading that shows most of it."""
    found: Found = Counter()
    for text in (fragment.text, fragment.alternative):
        if text.strip():
            for reading in readings(text):
                found |= found_in_text(reading, fragment.where, fragment.style, index)
            if embedded := embedded_media(text):
                found["embedded_media", "block", ""] = embedded
    return found
