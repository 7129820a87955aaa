"""The author's groups as panels side by side."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from reportgen.layout.parts.frame import Frame, padded, stack
from reportgen.layout.slides import canvas
from reportgen.layout.slides.canvas import BODY_BOTTOM, MARGIN
from reportgen.layout.slides.flow import Composed, left_over, without
from reportgen.layout.slides.merging import merged
from reportgen.layout.slides.numbers import heading
from reportgen.layout.slides.pen import Pen, panel
from reportgen.lengths import Rect
from reportgen.model.report import Panels
from reportgen.model.sheet import Item
from reportgen.story.pieces import Keys, Piece

PANEL_HEADS = (76.0, 60.0, 46.0)
ITEM_SIZES = (20, 19, 18)
MOST_PANELS, LOWEST = 4, 200.0  # side by side; the least height of one
INSET, TOP, PANEL_AIR = 21.0, 6.0, 30.0  # beside and above the words; what they leave free of the height
HEAD_TOP, UNDER_TITLE, UNDER_HEAD, ABOVE_FOOT = 12.0, 14.0, 10.0, 14.0


def panels(pieces: tuple[Piece, ...], top: float, pen: Pen) -> Composed:
    """The author's groups as panels side by side, points as takeaways below."""
    part = next(p for p in pieces if isinstance(p, Panels) and len(p.groups) > 1)
    others = without(pieces, (part,))
    shown, later = part.groups[:MOST_PANELS], part.groups[MOST_PANELS:]
    head = heading(part.title, canvas.CONTENT, pen)
    y = top + (head.height + UNDER_HEAD if head.items else 0)
    count = len(shown)
    gap = canvas.THIRD_GAP
    width = (canvas.CONTENT - gap * (count - 1)) / count
    texts = tuple(text for piece in others if isinstance(piece, Keys) for text in piece.texts)
    foot, left = _takeaways(texts, pen)
    room = BODY_BOTTOM - y - foot.height - ABOVE_FOOT
    for size in PANEL_HEADS:
        bodies = [_panel_words(group.head, group.items, width - 2 * INSET, size, pen) for group in shown]
        tallest = max(body.height for body in bodies) + PANEL_AIR
        if tallest <= room:
            break
    height = min(max(tallest, LOWEST), room)
    placed: list[Item] = list(head.at(MARGIN, top))
    for i, body in enumerate(bodies):
        x = MARGIN + i * (width + gap)
        placed.append(panel(Rect(x, y, width, height), pen.role.wash))
        placed += body.at(x + INSET, y + TOP)
    placed += foot.at(MARGIN, y + height + ABOVE_FOOT)
    rest: tuple[Piece, ...] = tuple(p for p in others if not isinstance(p, Keys))
    rest = (*rest, *((replace(part, groups=later),) if later else ()), *left_over(left, pieces))
    return Composed("panels", "三栏面板", tuple(placed), rest)


def _panel_words(head: str, lines: Sequence[str], width: float, large_size: float, pen: Pen) -> Frame:
    """A large head (one or two characters) or a heading, then the items a line each."""
    large = len(head) <= 2
    step = "panel-head" if large else "head"
    head_size = large_size if large else None
    top = pen.text(pen.paragraph(head, step, pen.role.text, size=head_size, balance=True), width, "heading")
    size = min(pen.fitting(line, "body", width, ITEM_SIZES) for line in lines)
    words = [pen.paragraph(line, "body", size=size, balance=True) for line in lines]
    listed = padded(pen.text(words, width, "list"), top=UNDER_TITLE)
    return merged(stack((padded(top, top=0 if large else HEAD_TOP), listed)))


def _takeaways(texts: Sequence[str], pen: Pen) -> tuple[Frame, tuple[str, ...]]:
    """One or two closing lines."""
    fitting = [t for t in texts if pen.lines(t, "takeaway", canvas.CONTENT) == 1][-2:]
    if not fitting:
        return Frame(0, 0, ()), tuple(texts)
    frame = pen.text([pen.paragraph(t, "takeaway") for t in fitting], canvas.CONTENT)
    return frame, tuple(t for t in texts if t not in fitting)
