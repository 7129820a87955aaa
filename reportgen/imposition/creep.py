"""Creep of a saddle-stitched book: inner leaves are pushed out at the fore-edge, so their pages move to the spine.

Geometry says between one paper thickness per leaf and π/2 of it (P-29) if the fold neither gives nor stretches. A
pressed fold of coated paper gives by about two thirds: 0.03–0.05 mm per leaf at 128–157 g/m² are used in practice.
"""

from __future__ import annotations

THICKNESS = 0.0008  # mm per g/m²: coated paper, 1.25 g/cm³
PRESSED = 0.35  # of the thickness: what is left of it in a pressed fold


def creep_per_leaf(paper_gsm: float) -> float:
    """Millimetres by which each leaf inwards is shifted further towards the spine."""
    return paper_gsm * THICKNESS * PRESSED


def leaves_outside(page: int, pages: int) -> int:
    """How many leaves are around the one that holds this book page (from 1)."""
    return min(page - 1, pages - page) // 2


def creep(page: int, pages: int, paper_gsm: float) -> float:
    """Millimetres by which a page of a saddle-stitched book is moved towards the spine."""
    return leaves_outside(page, pages) * creep_per_leaf(paper_gsm)
