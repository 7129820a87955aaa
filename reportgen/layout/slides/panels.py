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


def panels(pieces: tuple[Piece, ...], top: float, pen: Pen) -> Composed:
    """The author's groups as panels side by side, points as takeaways below."""
    part = next(p for p in pieces if isinstance(p, Panels) and len(p.groups) > 1)
    others = without(pieces, (part,))
    shown, later = part.groups[:4], part.groups[4:]
    head = heading(part.title, canvas.CONTENT, pen)
    y = top + (head.height + 10 if head.items else 0)
    count = len(shown)
    gap = canvas.THIRD_GAP
    width = (canvas.CONTENT - gap * (count - 1)) / count
    texts = tuple(text for piece in others if isinstance(piece, Keys) for text in piece.texts)
    foot, left = _takeaways(texts, pen)
    room = BODY_BOTTOM - y - foot.height - 14
    for size in PANEL_HEADS:
        bodies = [_panel_words(group.head, group.items, width - 42, size, pen) for group in shown]
        tallest = max(body.height for body in bodies) + 30
        if tallest <= room:
            break
    height = min(max(tallest, 200.0), room)
    placed: list[Item] = list(head.at(MARGIN, top))
    for i, body in enumerate(bodies):
        x = MARGIN + i * (width + gap)
        placed.append(panel(Rect(x, y, width, height), pen.role.wash))
        placed += body.at(x + 21, y + 6)
    placed += foot.at(MARGIN, y + height + 14)
    rest: tuple[Piece, ...] = tuple(p for p in others if not isinstance(p, Keys))
    rest = (*rest, *((replace(part, groups=later),) if later else ()), *left_over(left, pieces))
    return Composed("panels", "三栏面板", tuple(placed), rest)


def _panel_words(head: str, lines: Sequence[str], width: float, large_size: float, pen: Pen) -> Frame:
    """A large head (one or two characters) or a heading, then the items a line each."""
    large = len(head) <= 2
    step = "panel-head" if large else "head"
    head_size = large_size if large else None
    top = pen.text(pen.paragraph(head, step, pen.role.text, size=head_size, balance=True), width, "heading")
    size = min(pen.fitting(line, "body", width, (20, 19, 18)) for line in lines)
    words = [pen.paragraph(line, "body", size=size, balance=True) for line in lines]
    listed = padded(pen.text(words, width, "list"), top=14)
    return merged(stack((padded(top, top=0 if large else 12), listed)))


def _takeaways(texts: Sequence[str], pen: Pen) -> tuple[Frame, tuple[str, ...]]:
    """One or two closing lines."""
    fitting = [t for t in texts if pen.lines(t, "takeaway", canvas.CONTENT) == 1][-2:]
    if not fitting:
        return Frame(0, 0, ()), tuple(texts)
    frame = pen.text([pen.paragraph(t, "takeaway") for t in fitting], canvas.CONTENT)
    return frame, tuple(t for t in texts if t not in fitting)
