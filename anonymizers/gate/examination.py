"""The examination of one set of candidate files."""

import hashlib
import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from anonymizers.gate.archives import archive_fragments, is_archive
from anonymizers.gate.columnar import columnar_fragments, is_columnar
from anonymizers.gate.crowd import crowd
from anonymizers.gate.folding import readings
from anonymizers.gate.fragments import Fragment, Style, Unreadable, decode, metadata_fragments, text_fragments
from anonymizers.gate.hits import counted
from anonymizers.gate.identities import Index
from anonymizers.gate.page import pages
from anonymizers.gate.report import (
    CandidateFile,
    Crowd,
    Finding,
    GateError,
    GateReport,
    Severity,
    TableRule,
    Where,
    candidate_digest,
)
from anonymizers.gate.search import known_hits
from anonymizers.gate.spoken import numbers
from anonymizers.gate.strangers import stranger_hits
from anonymizers.gate.vocabulary import lexicon_of
from anonymizers.people import Person

# Formats that are text to a decoder and hide text from a search: PDF, RTF, PostScript.
_OPAQUE = (b"%PDF", b"{\\rtf", b"%!PS")
_EMBEDDED = re.compile(r"data:(?:image|audio|video|font|application)/[\w.+-]{1,80}(?:;[\w=-]{1,40}){0,3};base64,")

_Found = Counter[tuple[str, Severity, str]]
"""Occurrences by (kind, severity, participant id)."""


def examine(
    files: Sequence[CandidateFile],
    people: Sequence[Person],
    *,
    keep: Collection[str] = (),
    languages: Sequence[str] = ("en",),
    tables: Sequence[TableRule] = (),
) -> GateReport:
    """What the candidate's bytes, names and metadata still show of anybody (P4.5, P4.7); nothing is changed.

    `people` are the study's own, `keep` its brands and products, `languages` ISO 639-1 codes of what is spoken in
    it: they say what is an everyday word. `tables` are the rules of the files of those names. The report holds ids,
    kinds, counts and digests, never a value.

    Raises:
        GateError: no file, or two files of one name. Nothing has passed.
    """
    if not files:
        raise GateError("no candidate file was given, so there is nothing that could pass")
    digests = [hashlib.sha256(file.data).hexdigest() for file in files]
    by_name = dict(zip((file.name for file in files), digests, strict=True))
    if len(by_name) != len(files):
        raise GateError(f"{len(files) - len(by_name)} files share a name with another, so no digest can name the set")
    index = Index(people, keep, lexicon_of(tuple(languages)))
    findings = [finding for number, file in enumerate(files, start=1) for finding in _file(number, file, index)]
    crowds = list(_crowds(files, tables, findings))
    return GateReport(
        files=len(files),
        sha256=tuple(digests),
        candidate_digest=candidate_digest(by_name),
        people=len(people),
        unsearchable=index.unsearchable,
        findings=tuple(sorted(findings)),
        crowds=tuple(crowds),
    )


def _crowds(files: Sequence[CandidateFile], tables: Sequence[TableRule], findings: list[Finding]) -> Iterator[Crowd]:
    """How the people of each table are hidden; what falls short of its rule is added to the findings."""
    for number, file in enumerate(files, start=1):
        for rule in tables:
            if file.name != rule.name:
                continue
            try:
                found = crowd(file.data, rule)
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


def _file(number: int, file: CandidateFile, index: Index) -> Iterator[Finding]:
    found: dict[Where, _Found] = {"content": Counter(), "file_name": Counter(), "metadata": Counter()}
    fragments, problems = _contents(file)
    for fragment in [Fragment("file_name", file.name, "title"), *metadata_fragments(file.metadata), *fragments]:
        found[fragment.where] += _fragment(fragment, index)
    for problem in problems:
        found["content"][problem, "block", ""] += 1
    for where, counts in found.items():
        for (kind, severity, ref), count in counts.items():
            yield Finding(number, kind, severity, ref, where, count)


def _contents(file: CandidateFile) -> tuple[list[Fragment], list[str]]:
    """What can be read of a file, and the kinds of what cannot."""
    if is_archive(file.data):
        return archive_fragments(file.data)
    if is_columnar(file.data):
        try:
            return list(columnar_fragments(file.data)), []
        except Unreadable as refused:
            return [], [refused.kind]
    if file.data.startswith(_OPAQUE):
        return [], ["unreadable"]
    suffix = file.name.rpartition(".")[2].lower() if "." in file.name else ""
    try:
        return list(text_fragments(suffix, decode(file.data))), []
    except Unreadable as refused:
        return [], [refused.kind]


def _fragment(fragment: Fragment, index: Index) -> _Found:
    """Occurrences in a fragment, each counted in the reading that shows most of it."""
    found: _Found = Counter()
    for text in (fragment.text, fragment.alternative):
        if text.strip():
            for reading in readings(text):
                found |= _reading(reading, fragment.where, fragment.style, index)
            if embedded := len(_EMBEDDED.findall(text)):
                found["embedded_media", "block", ""] = embedded
    return found


def _reading(text: str, where: Where, style: Style, index: Index) -> _Found:
    found: _Found = Counter()
    for page in pages(text, index.words):
        said = numbers(page)
        hits = known_hits(page, index, said, style, keeps=where == "content")
        found.update((hit.kind, hit.severity, hit.ref) for hit in counted(page, [*hits, *stranger_hits(page, said)]))
    return found
