"""A subsection's heading: the kicker in the section's colour, the headline under it."""

from __future__ import annotations

from reportgen.layout.parts.frame import EMPTY, Frame, padded, stack
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.lengths import mm
from reportgen.model.report import Subsection
from reportgen.model.theme import SectionRole

SIZES = (28.0, 25.0, 22.0)
NARROW_SIZES = (25.0, 22.0, 19.0)
LEADING = 1.3
NARROW_LINES = 3  # in the label column
MOST_LINES = 2


def heading(
    sub: Subsection, width: float, ts: Typesetter, role: SectionRole, *, narrow: bool = False
) -> Frame:
    """Kicker and headline; the headline steps down in size before it takes a third line."""
    kicker = EMPTY
    if sub.kicker:
        kicker = padded(
            ts.text(ts.paragraph(sub.kicker, "kicker", role.text), width, "heading"), bottom=mm(1)
        )
    words = "\n".join(sub.headline_lines)
    sizes = NARROW_SIZES if narrow else SIZES
    most = max(NARROW_LINES if narrow else MOST_LINES, len(sub.headline_lines))
    for size in sizes:
        frame = _headline(words, width, size, ts)
        if _line_count(frame) <= most:
            break
    return stack((kicker, frame))


def _headline(words: str, width: float, size: float, ts: Typesetter) -> Frame:
    paragraph = ts.paragraph(words, "h1", size=size, leading=size * LEADING)
    return ts.text(paragraph, width, "title")


def _line_count(frame: Frame) -> int:
    return sum(len(getattr(item, "lines", ())) for item in frame.items)
