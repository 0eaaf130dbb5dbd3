"""The page of a certificate as PDF: A4, with the same bytes for the same certificate."""

from collections.abc import Collection
from functools import cached_property
from pathlib import Path

from fpdf import FPDF, FontFace
from fpdf.enums import Align, TableBordersLayout, WrapMode, XPos, YPos

from lethe.retention.page.content import Fact, Page, Section, Table

INK, SOFT, LINE, MARK, PALE = (31, 41, 51), (91, 103, 114), (213, 219, 225), (31, 78, 95), (243, 246, 248)
MARGIN, LABEL = 18, 36
SANS, SERIF, MONO = "Helvetica", "Times", "Courier"
LETTERS = "letters"
"""A font of ours for what the fonts that every reader of PDF brings along do not have: those know Western Europe."""


def pdf_page(page: Page) -> bytes:
    """The PDF. Its date is that of the certificate, so that nothing in it tells when it was drawn.

    A letter that none of its fonts has stands as its code point, such as `[U+6F22]`; the signed file has it.
    """
    sheet = _Sheet(page)
    sheet.add_page()
    sheet.draw_head()
    for section in page.sections:
        sheet.draw_section(section)
    sheet.draw_truth()
    sheet.draw_section(page.annex)
    return bytes(sheet.output())


class _Sheet(FPDF):
    """A4 upright, in millimetres."""

    def __init__(self, page: Page) -> None:
        super().__init__(orientation="portrait", unit="mm", format="A4")
        self.shown = page
        self.core_fonts_encoding = "cp1252"
        self.set_creation_date(page.issued_at)
        self.set_title(f"Certificate of deletion {page.certificate_id}")
        self.set_author(page.controller)
        self.set_lang("en")
        self.set_margins(MARGIN, MARGIN, MARGIN)
        self.set_auto_page_break(True, margin=22)
        # Text begins where the lines do.
        self.c_margin = 0

    @cached_property
    def letters(self) -> Collection[int]:
        """The code points of our own font, which is read only where a text needs it."""
        self.add_font(LETTERS, fname=Path(__file__).parent / "fonts" / "DejaVuSans-letters.ttf")
        return frozenset(self.fonts[LETTERS].cmap)  # type: ignore[union-attr]

    def footer(self) -> None:
        self.set_y(-15)
        self.set_draw_color(*LINE)
        self.line(MARGIN, self.get_y(), self.w - MARGIN, self.get_y())
        self.ln(1.5)
        self.write_in(SANS, 7.5, SOFT)
        where = f"Certificate of deletion {self.shown.certificate_id}, page {self.page_no()} of {{nb}}"
        self.cell(0, 4, where, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.cell(0, 3.5, f"SHA-256 of the signed file: {self.shown.sha256}")

    def draw_head(self) -> None:
        """The head of the first page: who, what, the claim and the four figures."""
        self.set_draw_color(*MARK)
        self.set_line_width(0.9)
        self.line(MARGIN, self.get_y(), self.w - MARGIN, self.get_y())
        self.set_line_width(0.2)
        self.ln(5)
        self.draw_text(self.shown.controller, SANS, 11, MARK, style="B")
        self.draw_text("Certificate of deletion", SERIF, 25, height=11)
        self.draw_text(self.shown.subtitle, SANS, 9, SOFT)
        self.ln(4)
        self.draw_text(self.shown.claim, SERIF, 12.5, height=5.8)
        self.ln(4)
        self.draw_figures()

    def draw_figures(self) -> None:
        top, width = self.get_y(), self.epw / len(self.shown.figures)
        self.set_draw_color(*LINE)
        self.line(MARGIN, top, self.w - MARGIN, top)
        for number, (figure, words) in enumerate(self.shown.figures):
            left = MARGIN + number * width
            if number:
                self.line(left, top, left, top + 15)
            indent = 3 if number else 0
            self.set_xy(left + indent, top + 2)
            self.write_in(SANS, 16, INK)
            self.cell(width - indent, 7, figure)
            self.set_xy(left + indent, top + 9)
            self.write_in(SANS, 7.8, SOFT)
            self.cell(width - indent, 4, words)
        self.line(MARGIN, top + 15, self.w - MARGIN, top + 15)
        self.set_xy(MARGIN, top + 17)

    def draw_section(self, section: Section) -> None:
        """A heading and all that stands under it; the heading never stands alone at the foot of a page."""
        if self.will_page_break(28):
            self.add_page()
        self.ln(4)
        self.draw_text(section.heading, SANS, 10.5, MARK, style="B", height=5.5)
        self.set_draw_color(*LINE)
        self.line(MARGIN, self.get_y(), self.w - MARGIN, self.get_y())
        self.ln(1.6)
        for fact in section.facts:
            self.draw_fact(fact)
        if section.table:
            self.ln(1)
            self.draw_table(section.table)
        for paragraph in section.paragraphs:
            self.ln(1)
            self.draw_text(paragraph, SANS, 9, INK)
        for name, lines in section.points:
            if self.will_page_break(14):
                self.add_page()
            self.ln(0.8)
            self.draw_text(name, SANS, 9, INK, style="B")
            for line in lines:
                self.set_x(MARGIN)
                self.write_in(SANS, 9, INK)
                self.cell(4, 4.5, "\u2022")
                self.draw_text(line, SANS, 9, INK)

    def draw_fact(self, fact: Fact) -> None:
        if self.will_page_break(10):
            self.add_page()
        self.write_in(SANS, 9, SOFT)
        self.cell(LABEL, 4.5, fact.label)
        family, points = (MONO, 8.2) if fact.code else (SANS, 9)
        self.draw_text(fact.text, family, points, INK, any_letter=fact.code)
        self.ln(0.5)

    def draw_table(self, table: Table) -> None:
        """A table whose heading is repeated on every page it reaches."""
        self.write_in(SANS, 8, INK)
        self.set_draw_color(*LINE)
        heading = FontFace(family=SANS, emphasis="", size_pt=7.8, color=SOFT)
        with self.table(
            borders_layout=TableBordersLayout.HORIZONTAL_LINES,
            col_widths=tuple(column.share for column in table.columns),
            text_align=tuple(Align.R if column.number else Align.L for column in table.columns),
            headings_style=heading,
            line_height=4,
        ) as drawn:
            head = drawn.row()
            for column in table.columns:
                head.cell(column.heading, padding=(0.6, 3 if column.number else 1.2, 0.6, 0))
            for cells in table.rows:
                row = drawn.row()
                for column, cell in zip(table.columns, cells, strict=True):
                    family, text = self.fitting(cell, MONO if column.code else SANS)
                    style = FontFace(family=family, size_pt=7.6 if column.code else 8, color=INK)
                    row.cell(text, style=style, padding=(0.6, 3 if column.number else 1.2, 0.6, 0))

    def draw_truth(self) -> None:
        """Where the certificate itself is, and how it is checked."""
        if self.will_page_break(30):
            self.add_page()
        self.ln(6)
        self.set_fill_color(*PALE)
        self.draw_text(self.shown.truth, SANS, 8.8, INK, height=4.6, fill=True)
        self.set_fill_color(255, 255, 255)

    def draw_text(
        self,
        text: str,
        family: str,
        points: float,
        color: tuple[int, int, int] = INK,
        *,
        style: str = "",
        height: float = 4.5,
        fill: bool = False,
        any_letter: bool = False,
    ) -> None:
        """A text from here to the right margin; what follows begins on a line of its own."""
        family, text = self.fitting(text, family)
        self.write_in(family, points, color, "" if family == LETTERS else style)
        self.multi_cell(
            0,
            height,
            text,
            align=Align.L,
            fill=fill,
            padding=3 if fill else 0,
            wrapmode=WrapMode.CHAR if any_letter else WrapMode.WORD,
            new_x=XPos.LMARGIN,
            new_y=YPos.NEXT,
        )

    def write_in(self, family: str, points: float, color: tuple[int, int, int], style: str = "") -> None:
        self.set_font(family, style, points)
        self.set_text_color(*color)

    def fitting(self, text: str, family: str) -> tuple[str, str]:
        """A font that has the letters of a text, and the text with what no font has spelled out."""
        try:
            text.encode("cp1252")
        except UnicodeEncodeError:
            spelled = (char if ord(char) in self.letters else f"[U+{ord(char):04X}]" for char in text)
            return LETTERS, "".join(spelled)
        return family, text
