"""Whether a book can be saddle-stitched: two wires hold so many leaves, folded in one pile (P-29)."""

from __future__ import annotations

from reportgen.errors import Message, Place, Problem
from reportgen.imposition.creep import THICKNESS

MOST_PAGES = 64
THICKEST = 4.1  # mm, half the folded pile: 64 pages of 157 g/m²
FOUR = 4  # pages of a folded sheet


def most_pages(paper_gsm: float) -> int:
    """Pages a saddle-stitched book of that paper should not exceed."""
    leaves = THICKEST / (paper_gsm * THICKNESS)
    return min(MOST_PAGES, int(leaves / 2) * FOUR)  # a folded sheet is two leaves


def stitching_findings(pages: int, paper_gsm: float, place: Place) -> tuple[Problem, ...]:
    """A warning where the book is too thick for its staples."""
    most = most_pages(paper_gsm)
    if pages <= most:
        return ()
    message = Message(
        f"共 {pages} 页、{paper_gsm:g} g/m²，骑马订最多 {most} 页：书脊会拱起、内页外凸，钉不牢",
        f"{pages} pages of {paper_gsm:g} g/m², saddle stitching takes {most}: the spine bulges and inner leaves creep",
    )
    hint = Message(
        "改用胶装（无线胶订），或换薄纸、删减内容，并请印刷厂确认",
        "have it perfect bound, take thinner paper or cut the text, and ask the printing house",
    )
    return (Problem(message, place, hint, "warning"),)
