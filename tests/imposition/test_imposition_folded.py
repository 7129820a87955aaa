"""The sheets on paper logic: printed on both sides, folded, nested and leafed through from first to last."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2 as pdfium
import pytest
from paper import WIDTH, Print, book, cells_of, faces, leaves_of, printed
from samples import fonts

from reportgen.imposition import A3, A4, PressJob, impose_office, impose_press
from reportgen.imposition.creep import creep
from reportgen.imposition.folded_sections import padded_pages
from reportgen.lengths import mm
from reportgen.themes import load_theme

COUNTS = (1, 2, 3, 4, 5, 7, 8, 12, 14, 16, 20, 24, 28, 32, 40)
HEAD, OUTWARDS = (0.0, -1.0), (1.0, 0.0)
A4_SCALE = (148.5 - 5) / 210


def sheets(count: int, kind: str) -> tuple[bytes, float]:
    """Imposed sheets, and the width of a page on them."""
    if kind in ("a3", "a4"):
        data = impose_office(book(count, press=False), {"a3": A3, "a4": A4}[kind])
        return data, WIDTH * (1 if kind == "a3" else A4_SCALE)
    job = PressJob("册", spreads=kind == "spreads")
    return impose_press(book(count, press=True), job, load_theme(), fonts()), WIDTH


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("kind", ["press", "spreads", "a3", "a4"])
def test_the_folded_book_reads_from_first_to_last(count: int, kind: str) -> None:
    leaves = leaves_of(*sheets(count, kind))
    read = [None if face is None else face.page - 1 for face in faces(leaves)]
    assert read == list(padded_pages(count))
    upright = [(face.head, face.outer) for face in faces(leaves) if face]
    assert upright == [(HEAD, OUTWARDS)] * count, "heads up, outer edges away from the spine on both faces"


@pytest.mark.parametrize("spreads", [False, True])
@pytest.mark.parametrize("count", [16, 40])
def test_inner_leaves_are_printed_nearer_to_the_spine(spreads: bool, count: int) -> None:
    still, moved = (pages_on(pressed(count, gsm, spreads)) for gsm in (0, 157))
    assert len(moved) == (48 if count == 40 and not spreads else count), "a section of 8 is there twice"
    for before, after in zip(still, moved, strict=True):
        assert before.page == after.page
        outwards = (after.middle[0] - before.middle[0]) * before.outer[0]
        assert -outwards == pytest.approx(mm(creep(after.page, count, 157)), abs=0.005)
        assert after.middle[1] == pytest.approx(before.middle[1], abs=0.002)


def pages_on(data: bytes) -> list[Print]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        shown = zip(pdfium.PdfDocument(data), pdf.pages, strict=True)
        return [found for seen, page in shown for found in printed(seen, cells_of(page))]


def pressed(count: int, gsm: float, spreads: bool) -> bytes:
    job = PressJob("册", paper_gsm=gsm, spreads=spreads, marks=False)
    return impose_press(book(count, press=True), job, load_theme(), fonts())
