"""The notes handout as written: every slide with every word spoken over it, on A4."""

import io
from functools import lru_cache

import pikepdf
import pypdfium2
import pytest
from samples import CONTENTS, fonts, report_of

from reportgen.layout.deck import plan_deck
from reportgen.layout.handouts.notes import PER_PAGE, plan_notes
from reportgen.model.sheet import SheetItem, TextBox, charts_of
from reportgen.pdf.write import PAPER, write_pdf
from reportgen.themes import load_theme
from reportgen.units import mm

A4 = (mm(210), mm(297))
LEAST_MARGIN = mm(5)  # what office printers leave white


@lru_cache
def deck_of(name):
    return plan_deck(report_of(name), load_theme(), fonts())


@lru_cache
def notes_of(name):
    return plan_notes(report_of(name), deck_of(name), load_theme(), fonts())


@lru_cache
def notes_pdf(name):
    return write_pdf(notes_of(name), load_theme(), fonts(), PAPER)


def shown(document):
    return [item for sheet in document.sheets for item in sheet.items if isinstance(item, SheetItem)]


def extracted(data):
    document = pypdfium2.PdfDocument(data)
    return "".join(page.get_textpage().get_text_bounded() for page in document)


def solid(text):
    return "".join(text.split()).replace("\ufffe", "")


@pytest.mark.parametrize("name", CONTENTS)
def test_every_slide_is_shown_once_and_in_order(name):
    slides = deck_of(name).sheets
    assert [item.sheet.name for item in shown(notes_of(name))] == [slide.name for slide in slides]


@pytest.mark.parametrize("name", CONTENTS)
def test_the_words_of_every_slide_are_whole_and_in_order(name):
    boxes = [item for sheet in notes_of(name).sheets for item in sheet.items if isinstance(item, TextBox)]
    checked = 0
    for number, slide in enumerate(deck_of(name).sheets, start=1):
        lines = [line.text for box in boxes if box.block == f"notes:{number}" for line in box.lines]
        assert solid("".join(lines)) == solid("".join(slide.notes)), slide.title
        checked += bool(slide.notes)
    assert checked


@pytest.mark.parametrize("name", CONTENTS)
def test_nothing_comes_closer_to_the_edge_than_a_printer_prints(name):
    for sheet in notes_of(name).sheets:
        assert sheet.size == A4
        placed = [item for item in sheet.items if isinstance(item, TextBox | SheetItem)]
        assert placed
        for item in placed:
            assert item.rect.x >= LEAST_MARGIN
            assert item.rect.y >= LEAST_MARGIN
            assert item.rect.right <= A4[0] - LEAST_MARGIN
            assert item.rect.bottom <= A4[1] - LEAST_MARGIN


@pytest.mark.parametrize("name", CONTENTS)
def test_words_run_into_no_other_box(name):
    for sheet in notes_of(name).sheets:
        placed = [item for item in sheet.items if isinstance(item, TextBox | SheetItem)]
        boxes = [item for item in placed if item.role != "running"]  # its two ends share a line
        assert boxes
        for i, one in enumerate(boxes):
            for other in boxes[i + 1 :]:
                across = min(one.rect.right, other.rect.right) - max(one.rect.x, other.rect.x)
                down = min(one.rect.bottom, other.rect.bottom) - max(one.rect.y, other.rect.y)
                same_block = (
                    isinstance(one, TextBox) and isinstance(other, TextBox) and one.block == other.block
                )
                assert across <= 0.5 or down <= 0.5 or (same_block and one.block), (sheet.name, one, other)


def test_a_page_has_three_slides_and_its_number():
    document = notes_of("yuci")
    assert len(document.sheets) == -(-len(deck_of("yuci").sheets) // PER_PAGE)
    words = [pypdfium2.PdfDocument(notes_pdf("yuci"))[i].get_textpage().get_text_bounded() for i in (0, 5)]
    assert "第1页，共6页" in words[0]
    assert "第6页，共6页" in words[1]


def test_a_long_text_goes_on_in_the_next_slot():
    document = notes_of("long")
    boxes = [item for sheet in document.sheets for item in sheet.items if isinstance(item, TextBox)]
    titles = [box.text for box in boxes if box.role == "heading"]
    going_on = len(titles) - len(shown(document))
    assert going_on > 0
    assert sum(title.endswith("（续）") for title in titles) >= going_on


@pytest.mark.parametrize("name", ["yuci", "tiny", "rare"])
def test_the_finished_file_holds_the_words_and_asks_for_its_own_size(name):
    text = solid(extracted(notes_pdf(name)))
    notes = [note for slide in deck_of(name).sheets for note in slide.notes]
    assert notes
    with pikepdf.open(io.BytesIO(notes_pdf(name))) as pdf:
        assert pdf.Root.ViewerPreferences.PrintScaling == "/None"
        for page in pdf.pages:
            assert [round(float(side)) for side in page.mediabox] == [0, 0, 595, 842]
            for font in page.Resources.Font.values():
                assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor
    for note in notes:
        for piece in range(0, len(note) - 5, 40):
            assert solid(note[piece : piece + 5]) in text


def test_charts_of_slides_are_drawn_inside_their_frames():
    inner = [chart for item in shown(notes_of("yuci")) for chart in charts_of(item.sheet.items)]
    assert inner
    assert [c.name for c in inner] == [c.name for s in deck_of("yuci").sheets for c in charts_of(s.items)]


def test_two_handouts_are_the_same_bytes():
    assert write_pdf(notes_of("tiny"), load_theme(), fonts(), PAPER) == notes_pdf("tiny")
