"""The page of a certificate: for people, made from the signed file alone, the same bytes each time."""

import hashlib
import json
import re
import zlib
from html.parser import HTMLParser
from typing import Any

import pytest
import time_machine

from lethe.retention.page import Page, html_page, page_of, pdf_page
from lethe.retention.page.content import ITEMS_SHOWN, rule_in_words, shortened, size

World = Any
CANARIES = ("Siobhan", "Farrell", "siobhan.farrell", "example.org", "talk.wav", "loose", "mapped", "o'neill", "e-1/")


@pytest.fixture
def signed(world: World) -> bytes:
    """A certificate of the survey rule."""
    certified = world.fill().run("survey-answers")
    return bytes(world.agency.store("evidence").read(certified.key))


def changed(data: bytes, **update: Any) -> Page:
    """The page of the same certificate with other content; pages do not check signatures."""
    return page_of(json.dumps({**json.loads(data), **update}).encode())


def text_of(page: Page) -> str:
    """The words of the HTML as a reader sees them."""
    words: list[str] = []

    class Reader(HTMLParser):
        def handle_data(self, data: str) -> None:
            words.append(data)

    Reader().feed(html_page(page).decode())
    return " ".join(" ".join(words).split())


def drawn(data: bytes) -> str:
    """What the streams of a PDF write, as Latin-1."""
    streams = re.findall(rb"stream\n(.*?)\nendstream", data, re.DOTALL)
    found = []
    for stream in streams:
        try:
            found.append(zlib.decompress(stream).decode("latin-1"))
        except zlib.error:
            continue
    return "\n".join(found)


def test_pages_lie_beside_the_certificate_and_are_made_from_it(each_world: World) -> None:
    world = each_world
    certified = world.fill().run("recordings")
    store = world.agency.store("evidence")
    page = page_of(store.read(certified.key))
    assert store.read(certified.key.replace(".json", ".html")) == html_page(page)
    assert store.read(certified.key.replace(".json", ".pdf")) == pdf_page(page)


def test_page_that_was_lost_or_changed_is_made_anew_by_a_repeat(world: World) -> None:
    from lethe.retention import certify_plan

    certified = world.fill().run("recordings")
    store = world.agency.store("evidence")
    html, pdf = (certified.key.replace(".json", suffix) for suffix in (".html", ".pdf"))
    before = {key: store.read(key) for key in (html, pdf)}
    store.put(html, b"something else")
    store.delete(store.versions_of([pdf])[pdf])
    certify_plan(world.agency, certified.plan_id)
    assert {key: store.read(key) for key in (html, pdf)} == before


def test_same_certificate_gives_the_same_bytes_on_any_day(signed: bytes) -> None:
    pages = []
    for day in ("2026-11-24", "2031-02-03"):
        with time_machine.travel(f"{day}T01:02:03+00:00", tick=False):
            page = page_of(signed)
            pages.append((html_page(page), pdf_page(page)))
    assert pages[0] == pages[1]
    assert b"D:20261124120000" in pages[0][1]
    assert b"D:2031" not in pages[1][1]


def test_page_says_who_what_when_how_and_what_remains(signed: bytes) -> None:
    text = text_of(page_of(signed))
    for words in (
        "Fernhollow Research",
        "Certificate of deletion",
        "Each item was shown to be absent from the places listed, at the time listed",
        "3 items shown to be absent",
        "Every survey answer goes 12 calendar months after its answer, by the calendar of Europe/London.",
        "P4.3, rule 'survey-answers'",
        "not needed: the plan was within what is usual for the rule",
        "Deleted between 2026-11-24 12:00:00 UTC and 2026-11-24 12:00:00 UTC",
        "exactly these rows by primary key",
        "lethe_storage_reader",
        "clearing, purging or destroying the media beneath is not claimed",
        "copies that the client has made of what was delivered",
        "none: this is the rule's first",
    ):
        assert words in text


def test_page_says_that_the_signed_file_is_the_truth_and_how_to_check_it(signed: bytes) -> None:
    page = page_of(signed)
    sha256 = hashlib.sha256(signed).hexdigest()
    text = text_of(page)
    assert f"Its SHA-256 is {sha256}" in text
    assert "that signed file is the certificate" in text
    assert f"lethe verify {page.certificate_id}.json --public-key" in text
    assert sha256 in drawn(pdf_page(page))


def test_html_loads_nothing_and_escapes_what_it_is_given(signed: bytes) -> None:
    page = changed(signed, controller={"name": '<script src="//evil.example/x.js">&'})
    html = html_page(page).decode()
    assert "<script" not in html
    assert "&lt;script src=&#34;//evil.example/x.js&#34;&gt;&amp;" in html
    assert re.findall(r"(?:src|href|url)\s*[=(]", html.replace("&lt;script src=&#34;", "")) == []


@pytest.mark.parametrize(
    ("name", "font"),
    [
        ("Büro Özgür & Söhne, Zürich", "Helvetica-Bold"),
        ("Façade d'été", "Helvetica-Bold"),
        ("Łódź Żółw Badania", "DejaVuSans"),
        ("Příliš žluťoučký", "DejaVuSans"),
        ("Έρευνα Αθήνα", "DejaVuSans"),
        ("Исследования", "DejaVuSans"),
    ],
)
def test_names_of_every_european_language_stand_in_the_pdf_as_they_are(signed: bytes, name: str, font: str) -> None:
    from lethe.retention.page.pdf import SANS, _Sheet

    page = changed(signed, controller={"name": name})
    sheet = _Sheet(page)
    assert sheet.fitting(name, SANS)[1] == name
    assert font.encode() in pdf_page(page)


def test_letter_that_no_font_has_is_spelled_out_and_refuses_nothing(signed: bytes) -> None:
    from lethe.retention.page.pdf import LETTERS, SANS, _Sheet

    page = changed(signed, controller={"name": "漢 Research"})
    assert _Sheet(page).fitting(page.controller, SANS) == (LETTERS, "[U+6F22] Research")
    assert pdf_page(page).startswith(b"%PDF-")
    assert "漢 Research" in text_of(page)


def test_many_items_are_shown_in_part_and_the_rest_is_named(signed: bytes) -> None:
    item = json.loads(signed)["items"][0]
    page = changed(signed, items=[item] * (ITEMS_SHOWN + 1))
    assert page.annex.table is not None
    assert len(page.annex.table.rows) == ITEMS_SHOWN
    assert "1 more item of this certificate stand" in page.annex.paragraphs[0]
    assert pdf_page(page).count(b"/Type /Page\n") >= 3


def test_certificate_without_an_item_has_a_page_that_says_so(world: World) -> None:
    world.session("s-1", "2026-05-24T10:00+01:00")
    world.put("banking-app/s-1/talk.wav")
    plan_id = world.freeze("recordings")
    world.redate("s-1", "2026-11-01T10:00+00:00")
    world.delete(plan_id)
    from lethe.retention import certify_plan

    certified = certify_plan(world.agency, plan_id)
    page = page_of(world.agency.store("evidence").read(certified.key))
    assert "every item was kept" in text_of(page)
    assert pdf_page(page).startswith(b"%PDF-")


def test_page_tells_what_was_gone_before_apart_from_what_was_deleted(world: World) -> None:
    for number in (1, 2):
        world.copy(f"banking-app/e-1/transcript-{number}.vtt", "2026-11-24")
    store = world.agency.store("brightwell")
    store.delete(store.versions_of(["banking-app/e-1/transcript-1.vtt"])["banking-app/e-1/transcript-1.vtt"])
    document = world.certificate(world.run("transcripts"))
    page = page_of(json.dumps(document).encode())
    (section,) = (section for section in page.sections if section.heading == "What was deleted")
    assert section.table is not None
    assert [row[:5] for row in section.table.rows] == [("brightwell", "banking-app", "client's copy", "1", "1")]
    assert section.paragraphs[0].startswith("Gone before, and not by this deletion: 1 client's copy at brightwell")
    (group,) = document["deleted"]
    nothing_else = {**group, "items": 1, "versions": 0, "gone_before": 1}
    page = changed(json.dumps(document).encode(), deleted=[nothing_else])
    (section,) = (section for section in page.sections if section.heading == "What was deleted")
    assert section.table is None
    assert "every item was kept" not in " ".join(section.paragraphs)


def test_page_of_what_came_back_says_so(signed: bytes) -> None:
    plan = json.loads(signed)["plan"]
    assert "had been deleted before" not in text_of(page_of(signed))
    page = changed(signed, plan={**plan, "origin": "restored"})
    assert "All of it had been deleted before, was there again, out of a backup say" in text_of(page)


def test_page_of_a_part_says_which_it_is(signed: bytes) -> None:
    part = {"number": 2, "of": 3, "items": 10_000, "previous_sha256": "ab" * 32}
    page = changed(signed, part=part)
    assert ", part 2 of 3, issued" in page.subtitle
    text = text_of(page)
    assert "2 of 3, with 10,000 of 3 items" in text
    assert "ab" * 32 in text


def test_page_names_the_approver_and_the_certificate_before(signed: bytes) -> None:
    document = json.loads(signed)
    performed = {**document["performed_by"], "approval": {"needed": True, "by": "omar", "questions": ["9 would go"]}}
    before = {"plan": "d-0000000000000000", "sha256": "cd" * 32, "parts": 1}
    text = text_of(changed(signed, performed_by=performed, previous_certificate=before))
    assert "omar, who was shown why: 9 would go" in text
    assert "d-0000000000000000" in text
    assert "cd" * 32 in text


def test_rule_that_changed_since_is_said_to_have(signed: bytes) -> None:
    rule = json.loads(signed)["rule"]
    assert "it has changed since" in text_of(changed(signed, rule={**rule, "changed_since_plan": True}))
    unknown = {**rule, "changed_since_plan": True, "as_planned": False}
    assert "it had changed since it was planned" in text_of(changed(signed, rule=unknown))


def test_pages_name_nobody_and_no_key(each_world: World) -> None:
    world = each_world.fill()
    said = b""
    for rule_id in world.agency.settings.retention.rules:
        certified = world.run(rule_id)
        if certified is not None:
            page = page_of(world.agency.store("evidence").read(certified.key))
            pdf = pdf_page(page)
            said += html_page(page) + pdf + drawn(pdf).encode()
    assert b"k0001:" in said
    assert [canary for canary in CANARIES if canary.encode() in said] == []


def test_reference_is_shortened_to_what_tells_it_from_its_neighbours() -> None:
    assert shortened("k0001:" + "0123456789abcdef" * 4) == "k0001:0123456789ab"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (999, "999 bytes"),
        (1000, "1.0 kB"),
        (4_200_000, "4.2 MB"),
        (10**15, "1,000.0 TB"),
    ],
)
def test_sizes_are_in_decimal_units(number: int, words: str) -> None:
    assert size(number) == words


def test_rule_is_one_sentence() -> None:
    rule = {"items": "staged_export", "window": "14 days", "starts_at": "export", "time_zone": "Europe/Berlin"}
    assert rule_in_words(rule) == "Every staged export goes 14 days after its export, by the calendar of Europe/Berlin."
