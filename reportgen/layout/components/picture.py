"""A picture of the report with its credit."""

from __future__ import annotations

from reportgen.layout.frame import Frame, padded, stack
from reportgen.layout.typesetter import Typesetter
from reportgen.model.report import Picture
from reportgen.model.sheet import PictureItem
from reportgen.units import Rect, mm

TALLEST = mm(110)


def picture(part: Picture, width: float, ts: Typesetter) -> Frame:
    """As wide as given, or narrower where it would stand taller than 110 mm."""
    scale = min(width / part.width, TALLEST / part.height)
    size = (part.width * scale, part.height * scale)
    item = PictureItem(Rect(0, 0, *size), part.path, part.alt, name=part.alt)
    frame = Frame(*size, (item,))
    if not part.credit:
        return frame
    grey = ts.theme.colour("grey-600")
    return stack(
        (frame, padded(ts.text(ts.paragraph(part.credit, "source", grey), width, "caption"), top=mm(1.5)))
    )
