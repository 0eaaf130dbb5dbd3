"""What networks and servers do to requests and answers, as faults for the proxy.

A request that was changed no longer fits its signature: where a fault deletes less than was asked for, it does so by a
client of its own and makes up the answer.
"""

import re
from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING
from urllib.parse import unquote_plus
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from tests.proof.proxy import Answer, Fault, Forward, Request

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

Applies = Callable[[Request], bool]
Named = tuple[str, str]
"""A key and a version id."""

XML = {"Content-Type": "application/xml"}
NAMESPACE = re.compile(rb' xmlns="[^"]*"')


def on(operation: str, *, user: str = "") -> Applies:
    """The requests for one operation, of one user or of all."""
    return lambda request: request.operation == operation and user in {"", request.user}


def when(applies: Applies, fault: Fault, *, times: int | None = None) -> Fault:
    """A fault that strikes these requests alone, so many times or always."""
    struck = 0

    def limited(request: Request, forward: Forward) -> Answer:
        nonlocal struck
        if not applies(request) or (times is not None and struck >= times):
            return forward(request)
        struck += 1
        return fault(request, forward)

    return limited


def either(*faults: tuple[Applies, Fault]) -> Fault:
    """Each request as the first fault has it that applies."""

    def chosen(request: Request, forward: Forward) -> Answer:
        return next((fault for applies, fault in faults if applies(request)), _honest)(request, forward)

    return chosen


def _honest(request: Request, forward: Forward) -> Answer:
    return forward(request)


def refuses(status: int, code: str) -> Fault:
    """An error in place of an answer; nothing was done."""
    body = f"<?xml version='1.0'?><Error><Code>{code}</Code><Message>Please wait</Message></Error>".encode()
    return lambda _request, _forward: Answer(status, XML, body)


def silent(seconds: float, *, done: bool) -> Fault:
    """No answer for so long; `done` says whether the server did what was asked."""

    def fault(request: Request, forward: Forward) -> Answer:
        if done:
            forward(request)
        return Answer(200, XML, b"", silent=seconds)

    return fault


def hangs_up(_request: Request, _forward: Forward) -> Answer:
    """The connection ends before anything was done."""
    raise ConnectionResetError


def reset_half_way(request: Request, forward: Forward) -> Answer:
    """The server does what was asked, and the connection is reset in the middle of its answer."""
    answer = forward(request)
    return Answer(answer.status, answer.headers, answer.body, cut=len(answer.body) // 2)


def short_answer(request: Request, forward: Forward) -> Answer:
    """The first half of the answer, ended in order: whoever reads it sees no error of the network."""
    answer = forward(request)
    return answer.with_body(answer.body[: len(answer.body) // 2])


def changed(change: Callable[[ElementTree.Element], None]) -> Fault:
    """The server's answer with something else in it."""

    def fault(request: Request, forward: Forward) -> Answer:
        answer = forward(request)
        root = ElementTree.fromstring(NAMESPACE.sub(b"", answer.body))  # noqa: S314 (our own server's answer)
        before = ElementTree.tostring(root)
        change(root)
        # The very same answer where there was nothing to change: then the fault did not strike.
        if ElementTree.tostring(root) == before:
            return answer
        return answer.with_body(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))

    return fault


def ends_early(root: ElementTree.Element) -> None:
    """The second half of a listing is missing, and it says that it is whole."""
    entries = _entries(root)
    for entry in entries[len(entries) // 2 :]:
        root.remove(entry)
    _say_whole(root)


def hides(keys: Collection[str]) -> Callable[[ElementTree.Element], None]:
    """A listing without these keys."""

    def change(root: ElementTree.Element) -> None:
        for entry in _entries(root):
            # Clients ask for keys in the form of URLs.
            if unquote_plus(entry.findtext("Key") or "") in keys:
                root.remove(entry)

    return change


def hides_markers(root: ElementTree.Element) -> None:
    """A listing of versions without the delete markers."""
    for marker in root.findall("DeleteMarker"):
        root.remove(marker)


def counts_wrongly(root: ElementTree.Element) -> None:
    """Numbers beside a listing that do not fit it."""
    for name in ("MaxKeys", "KeyCount", "MaxUploads"):
        for element in root.findall(name):
            element.text = "7"


def goes_round(root: ElementTree.Element) -> None:
    """A listing that says there is more, and gives the place it is at as the next."""
    _forget_paging(root)
    for name, text in (("IsTruncated", "true"), ("NextKeyMarker", "a"), ("NextVersionIdMarker", "b")):
        ElementTree.SubElement(root, name).text = text


def names_half(root: ElementTree.Element) -> None:
    """Of what was deleted, the answer names every second one only."""
    for deleted in root.findall("Deleted")[::2]:
        root.remove(deleted)


def deletes_only(
    client: "S3Client", chosen: Callable[[Sequence[Named]], Collection[Named]], *, says: str, names_rest: bool = True
) -> Fault:
    """Delete only the chosen ones of what is asked for; of the rest the answer says "Deleted" or the code.

    Without `names_rest` the answer does not mention the rest at all.
    """

    def fault(request: Request, _forward: Forward) -> Answer:
        root = ElementTree.fromstring(NAMESPACE.sub(b"", request.body))  # noqa: S314 (our own client's request)
        asked = [(each.findtext("Key") or "", each.findtext("VersionId") or "null") for each in root.findall("Object")]
        done = set(chosen(asked))
        if done:
            objects = [{"Key": key, "VersionId": version} for key, version in sorted(done)]
            client.delete_objects(Bucket=request.bucket, Delete={"Objects": objects})  # type: ignore[typeddict-item]
        lines = [_said(each, "Deleted" if each in done else says) for each in asked if names_rest or each in done]
        return Answer(200, XML, f"<?xml version='1.0'?><DeleteResult>{''.join(lines)}</DeleteResult>".encode())

    return fault


def none_of(_asked: Sequence[Named]) -> Collection[Named]:
    """Chosen is nothing."""
    return ()


def every_second(asked: Sequence[Named]) -> Collection[Named]:
    """Chosen is half."""
    return asked[::2]


def all_but_one(asked: Sequence[Named]) -> Collection[Named]:
    """Chosen is everything but one version."""
    return asked[1:]


def _said(named: Named, says: str) -> str:
    inside = f"<Key>{escape(named[0])}</Key><VersionId>{escape(named[1])}</VersionId>"
    if says == "Deleted":
        return f"<Deleted>{inside}</Deleted>"
    return f"<Error>{inside}<Code>{says}</Code><Message>We could not</Message></Error>"


def _entries(root: ElementTree.Element) -> list[ElementTree.Element]:
    return [entry for entry in root if entry.tag in {"Version", "DeleteMarker", "Upload", "Contents"}]


def _say_whole(root: ElementTree.Element) -> None:
    _forget_paging(root)
    ElementTree.SubElement(root, "IsTruncated").text = "false"


def _forget_paging(root: ElementTree.Element) -> None:
    for entry in list(root):
        if entry.tag in {"IsTruncated", "NextKeyMarker", "NextVersionIdMarker", "NextContinuationToken"}:
            root.remove(entry)
