"""What an office program makes of the deck: every slide, every line where it was planned, inside its shape."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest
from office import to_pdf
from pptx import Presentation
from pptx.slide import Slide
from resetting import reset
from test_pptx_structure import planned, written

from reportgen.lengths import EMU_PER_POINT, Rect
from reportgen.model.sheet import TextBox

DRAWN = ("yuci", "long", "extremes")
RESET = "long-reset"
FOOT = 500.0  # points from the top
TOLERANCE = 1.0  # points
FIELD_OFFSET = 3.0  # the slide number is a field of its own height
INSIDE = 2.0  # points; the ink of large type reaches a little below its line of exact spacing


@dataclass(frozen=True)
class Character:
    """One character drawn on a page, in slide points: its origin and the box of its ink."""

    text: str
    x: float
    baseline: float
    ink: Rect


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[Character]]]:
    """The characters of every page of each deck."""
    decks = {**{name: written(name) for name in DRAWN}, RESET: reset(written("long"))}
    made = to_pdf(decks, tmp_path_factory.mktemp("office"))
    return {name: [_characters(page) for page in pdfium.PdfDocument(path)] for name, path in made.items()}


def _characters(page: pdfium.PdfPage) -> list[Character]:
    """Every character of the page but blanks, in the order of the content."""
    text = page.get_textpage()
    scale, height = 960 / page.get_width(), page.get_height()
    found = []
    for index in range(text.count_chars()):
        char = chr(raw.FPDFText_GetUnicode(text.raw, index))
        if not char.strip():
            continue
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(text.raw, index, x, y)
        left, bottom, right, top = text.get_charbox(index)
        ink = Rect(left * scale, (height - top) * scale, (right - left) * scale, (top - bottom) * scale)
        found.append(Character(char, x.value * scale, (height - y.value) * scale, ink))
    return found


@pytest.mark.parametrize("name", DRAWN)
def test_every_slide_is_drawn(name: str, pages: dict[str, list[list[Character]]]) -> None:
    assert len(pages[name]) == len(planned(name).sheets)


@pytest.mark.parametrize("name", DRAWN)
def test_lines_stand_on_the_planned_baselines(name: str, pages: dict[str, list[list[Character]]]) -> None:
    """The first character of each line is found near its place, within a point of its baseline."""
    checked = 0
    for characters, sheet in zip(pages[name], planned(name).sheets, strict=True):
        for box in (item for item in sheet.items if isinstance(item, TextBox)):
            for line in box.lines:
                run = max(line.runs, key=lambda run: run.style.size)
                first = run.text.strip()[:1]
                x, y = box.rect.x + run.x, box.rect.y + line.baseline
                near = [
                    c.baseline
                    for c in characters
                    if c.text == first and abs(c.x - x) < 40 and abs(c.baseline - y) < 40
                ]
                if not near:
                    continue
                error = min(abs(baseline - y) for baseline in near)
                most = FIELD_OFFSET if box.placeholder == "number" else TOLERANCE
                assert error <= most, (sheet.title, line.text)
                checked += 1
    assert checked > 100


@pytest.mark.parametrize("name", DRAWN)
def test_text_lies_inside_its_shape(name: str, pages: dict[str, list[list[Character]]]) -> None:
    """Every text box's and every cell's words are found on the page, their ink inside the shape."""
    checked = 0
    slides = Presentation(BytesIO(written(name))).slides
    for slide, characters in zip(slides, pages[name], strict=True):
        said = "".join(character.text for character in characters)
        for words, frame in _texts(slide):
            places = [
                characters[at : at + len(words)]
                for at in range(len(said) - len(words) + 1)
                if said.startswith(words, at)
            ]
            assert places, (slide.shapes.title.text_frame.text, words)
            assert any(all(frame.contains(c.ink, INSIDE) for c in place) for place in places), words
            checked += 1
    assert checked > 100


def _texts(slide: Slide) -> Iterator[tuple[str, Rect]]:
    """The text of each box and cell without blanks, and the box's or table's frame."""
    for shape in slide.shapes:
        frame = Rect(*(value / EMU_PER_POINT for value in (shape.left, shape.top, shape.width, shape.height)))
        texts = [shape.text_frame.text] if shape.has_text_frame else []
        if shape.has_table:
            texts = [cell.text_frame.text for row in shape.table.rows for cell in row.cells]
        for text in texts:
            solid = "".join(text.split())
            if solid:
                yield solid, frame


@pytest.mark.parametrize("name", DRAWN)
def test_no_text_is_drawn_outside_its_slide(name: str, pages: dict[str, list[list[Character]]]) -> None:
    slide = Rect(0, 0, 960, 540)
    for characters in pages[name]:
        assert all(slide.contains(character.ink, 1.0) for character in characters)


def test_a_reset_moves_no_character(pages: dict[str, list[list[Character]]]) -> None:
    """What the slides say of their texts' looks is what they inherit; but for the footer's, a point at most."""
    for before, after in zip(pages["long"], pages[RESET], strict=True):
        assert [c.text for c in before] == [c.text for c in after]
        for one, other in zip(before, after, strict=True):
            most = TOLERANCE if one.baseline > FOOT else 0.1
            assert abs(one.x - other.x) + abs(one.baseline - other.baseline) <= most, one.text
