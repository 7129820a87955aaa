"""What an office program makes of the deck: every slide, every line where it was planned."""

from __future__ import annotations

import ctypes
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest
from office import to_pdf
from test_pptx_structure import planned, written

from reportgen.model.sheet import TextBox

TOLERANCE = 1.0  # points
FIELD_OFFSET = 3.0  # the slide number is a field of its own height


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> pdfium.PdfDocument:
    return pdfium.PdfDocument(to_pdf(written("yuci"), tmp_path_factory.mktemp("office")))


def test_every_slide_is_drawn(rendered: pdfium.PdfDocument) -> None:
    assert len(rendered) == len(planned("yuci").sheets)


def test_lines_stand_on_the_planned_baselines(rendered: pdfium.PdfDocument) -> None:
    """The first character of each line is found near its place, within a point of its baseline."""
    checked = 0
    for page, sheet in zip(rendered, planned("yuci").sheets, strict=True):
        characters = _characters(page)
        for box in (item for item in sheet.items if isinstance(item, TextBox)):
            for line in box.lines:
                run = max(line.runs, key=lambda run: run.style.size)
                first = run.text.strip()[:1]
                x, y = box.rect.x + run.x, box.rect.y + line.baseline
                near = [b for c, a, b in characters if c == first and abs(a - x) < 40 and abs(b - y) < 40]
                if not near:
                    continue
                error = min(abs(b - y) for b in near)
                assert error <= (FIELD_OFFSET if box.placeholder == "number" else TOLERANCE), (
                    sheet.title,
                    line.text,
                )
                checked += 1
    assert checked > 150


def _characters(page: pdfium.PdfPage) -> list[tuple[str, float, float]]:
    """Every character of the page with its origin in slide points."""
    text = page.get_textpage()
    scale, height = 960 / page.get_width(), page.get_height()
    found = []
    for index in range(text.count_chars()):
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(text.raw, index, x, y)
        char = chr(raw.FPDFText_GetUnicode(text.raw, index))
        found.append((char, x.value * scale, (height - y.value) * scale))
    return found


def test_no_text_is_drawn_outside_its_slide(rendered: pdfium.PdfDocument, tmp_path: Path) -> None:
    for page in rendered:
        for char, x, y in _characters(page):
            assert not char.strip() or (-1 <= x <= 961 and 0 <= y <= 541)
