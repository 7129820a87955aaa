"""A picture of the report with its credit."""

from __future__ import annotations

from reportgen.layout.frame import Frame, padded, stack
from reportgen.layout.tagging import CAPTION, tagged
from reportgen.layout.typesetter import Typesetter
from reportgen.model.report import Picture
from reportgen.model.sheet import PictureItem
from reportgen.model.structure import Element
from reportgen.units import Rect, mm

TALLEST = mm(110)


def picture(part: Picture, width: float, ts: Typesetter) -> Frame:
    """As wide as given, or narrower where it would stand taller than 110 mm."""
    scale = min(width / part.width, TALLEST / part.height)
    size = (part.width * scale, part.height * scale)
    item = PictureItem(Rect(0, 0, *size), part.path, part.alt, name=part.alt)
    frame = Frame(*size, (item,))
    if part.credit:
        words = ts.paragraph(part.credit, "source", ts.theme.colour("grey-600"))
        credit = tagged(ts.text(words, width, "caption"), CAPTION)
        frame = stack((frame, padded(credit, top=mm(1.5))))
    return tagged(frame, Element("Figure", part.path, part.alt))
