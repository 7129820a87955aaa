"""Imposition: a finished brochure in, the same pages on the sheets of a printing house or an office printer out.

Plans are frozen values (``sections``, ``folding``, ``sheets``, ``office``); ``write`` places the finished pages as form
XObjects, so text stays text and fonts and pictures stay shared. Lengths are points, a side's origin is its top left.
"""

from reportgen.imposition.folded_sections import padded_pages
from reportgen.imposition.office import A3, A4, PAPERS, booklet_sides, single_sides
from reportgen.imposition.press import PressSetup, press_sides, spread_sides
from reportgen.imposition.sides import PlacedPage, Side
from reportgen.imposition.stitching import stitching_findings
from reportgen.imposition.write import PressJob, impose_office, impose_press, office_pages

__all__ = [
    "A3",
    "A4",
    "PAPERS",
    "PlacedPage",
    "PressJob",
    "PressSetup",
    "Side",
    "booklet_sides",
    "impose_office",
    "impose_press",
    "office_pages",
    "padded_pages",
    "press_sides",
    "single_sides",
    "spread_sides",
    "stitching_findings",
]
