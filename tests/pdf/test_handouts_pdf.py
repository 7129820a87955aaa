"""The finished handouts, reopened."""

from __future__ import annotations

import io
import re

import pikepdf
import pypdfium2 as pdfium
import pytest
from samples import deck_of, fact_sheet_of, fonts, handout_pdfs, notes_of, report_of

from reportgen.layout.handouts.notes import plan_notes
from reportgen.lengths import mm
from reportgen.pdf.chart_workshop import workshop
from reportgen.pdf.write import PAPER, write_pdf
from reportgen.themes import load_theme

NOTES, FACTS = 0, 1


@pytest.mark.parametrize("which", [NOTES, FACTS])
def test_pages_are_a4_and_printed_at_their_own_size(content: str, which: int) -> None:
    document = (notes_of(content), fact_sheet_of(content))[which]
    with pikepdf.open(io.BytesIO(handout_pdfs(content)[which])) as pdf:
        assert len(pdf.pages) == len(document.sheets)
        assert str(pdf.Root.ViewerPreferences.PrintScaling) == "/None"
        assert str(pdf.docinfo["/Title"]) == document.title
        for page in pdf.pages:
            box = [float(value) for value in page.MediaBox]
            assert box == pytest.approx([0, 0, mm(210), mm(297)], abs=0.01)


@pytest.mark.parametrize("which", [NOTES, FACTS])
def test_every_font_is_embedded(content: str, which: int) -> None:
    with pikepdf.open(io.BytesIO(handout_pdfs(content)[which])) as pdf:
        found = [font for page in pdf.pages for font in page.Resources.get("/Font", {}).values()]
        assert found
        assert all("/FontFile2" in font.DescendantFonts[0].FontDescriptor for font in found)


def test_notes_and_the_slides_own_words_can_be_copied(content: str) -> None:
    pdf = pdfium.PdfDocument(handout_pdfs(content)[NOTES])
    copied = re.sub(r"\s", "", "".join(pdf[i].get_textpage().get_text_bounded() for i in range(len(pdf))))
    slides = deck_of(content).sheets
    for slide in slides:
        assert re.sub(r"\s", "", slide.title) in copied
    short = [note for slide in slides for note in slide.notes if len(note) < 100]
    assert short
    assert all(re.sub(r"\s", "", note) in copied for note in short)


def test_a_slide_stays_inside_its_frame() -> None:
    """Above the first slide of a page the paper is white, and to its left; inside it is not."""
    page = pdfium.PdfDocument(handout_pdfs("yuci")[NOTES])[0]
    image = page.render(scale=2).to_pil().convert("RGB")
    left, top = 2 * mm(15), 2 * mm(25)
    assert image.getpixel((round(left - 4), round(top + 50))) == (255, 255, 255)
    assert image.getpixel((round(left + 50), round(top - 4))) == (255, 255, 255)
    assert image.getpixel((round(left + 6), round(top + 6))) != (255, 255, 255)
    assert image.getpixel((round(left + 2 * mm(92) - 4), round(top + 2 * mm(51.75) - 4))) != (255, 255, 255)
    assert image.getpixel((round(left + 2 * mm(92) + 4), round(top + 50))) == (255, 255, 255)


def test_the_same_report_gives_the_same_bytes_wherever_charts_are_drawn() -> None:
    theme = load_theme()
    again = plan_notes(report_of("yuci"), deck_of("yuci"), theme, fonts())
    with workshop(wanted=True) as charts:
        assert write_pdf(again, theme, fonts(), PAPER, charts) == handout_pdfs("yuci")[NOTES]


@pytest.mark.parametrize("which", [NOTES, FACTS])
def test_the_second_theme_makes_other_colours_and_the_same_words(which: int) -> None:
    from reportgen.layout.handouts.fact_sheet import plan_fact_sheet
    from reportgen.layout.slides.plan import plan_deck

    theme, report = load_theme("fenchuan"), report_of("yuci")
    document = (
        plan_fact_sheet(report, theme, fonts())
        if which
        else plan_notes(report, plan_deck(report, theme, fonts()), theme, fonts())
    )
    mine = pdfium.PdfDocument(write_pdf(document, theme, fonts(), PAPER))
    theirs = pdfium.PdfDocument(handout_pdfs("yuci")[which])
    for i in range(len(theirs)):
        words = [pdf[i].get_textpage().get_text_bounded() for pdf in (mine, theirs)]
        assert words[0] == words[1]
