"""A picture of the report with its credit."""

from __future__ import annotations

import math

from reportgen.layout.brochure.grid import SOURCE_GAP
from reportgen.layout.parts.frame import EMPTY, Frame, padded, stack
from reportgen.layout.parts.tagging import CAPTION, tagged
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.lengths import Rect, mm
from reportgen.model.report import Picture
from reportgen.model.sheet import PictureItem
from reportgen.model.structure import Element

TALLEST = mm(110)


def picture(part: Picture, width: float, ts: Typesetter, room: float = math.inf) -> Frame:
    """As wide as given, or narrower where it would be taller than 110 mm or, with its credit, than the room."""
    credit = EMPTY
    if part.credit:
        words = ts.paragraph(part.credit, "source", ts.theme.colour("grey-600"))
        credit = padded(tagged(ts.text(words, width, "caption"), CAPTION), top=SOURCE_GAP)
    tallest = min(TALLEST, room - credit.height)
    scale = min(width / part.width, tallest / part.height)
    size = (part.width * scale, part.height * scale)
    item = PictureItem(Rect(0, 0, *size), part.path, part.alt, name=part.alt, place=part.place)
    return tagged(
        stack((Frame(*size, (item,)), credit)), Element("Figure", f"{part.path} {part.place}", part.alt)
    )
