"""What all compositions share: pieces as frames, stacked as far as they fit, and what is left over."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from reportgen.layout.parts.drawing import bounds
from reportgen.layout.parts.frame import Frame, stack
from reportgen.layout.slides import canvas
from reportgen.layout.slides.canvas import GAP
from reportgen.layout.slides.lists import LISTS, keys, picture
from reportgen.layout.slides.numbers import LARGEST, chart, stat
from reportgen.layout.slides.pen import Pen, rule
from reportgen.model.chart import ChartSpec
from reportgen.model.report import Figure, Ledger, Panels, Picture, Plates, Table
from reportgen.model.sheet import Item
from reportgen.story.pieces import Honours, Keys, Piece

RULED = (Honours, Ledger, Table)  # lists that end in a rule
BOTTOM_ROW, UNDER_RULE, MOST_POINTS = 46.0, 8.0, 4  # of points at the foot
LEAST_FILL = 0.45  # of the body's height


class Composed(Struct, frozen=True):
    """One slide's body: its layout, the items, and the pieces that found no room."""

    layout: str
    name: str
    items: tuple[Item, ...]
    rest: tuple[Piece, ...]


def filled(items: Sequence[Item], top: float) -> bool:
    """Whether a slide whose body begins there is not nearly empty."""
    lowest = max(bounds(item).bottom for item in items)
    return lowest - top >= LEAST_FILL * (canvas.BODY_BOTTOM - top)


def frame_of(piece: Piece, width: float, room: float, pen: Pen, largest: float = LARGEST) -> Frame:
    """One piece at a width; only charts and pictures use the room."""
    if isinstance(piece, ChartSpec):
        return chart(piece, width, room, pen, largest)
    if isinstance(piece, Figure):
        return stat(piece, width, largest, pen)
    if isinstance(piece, Picture):
        return picture(piece, width, pen, pen.report.folder, room)
    return LISTS[type(piece)](piece, width, pen)


def stacked(
    pieces: Sequence[Piece], width: float, room: float, pen: Pen, *, must: bool = False
) -> tuple[Frame, tuple[Piece, ...]]:
    """Pieces one under the other as far as the room goes; ``must``: at least the first one.

    Where a list continues elsewhere, its further parts wait too, so that its rows keep their order.
    """
    placed: list[Frame] = []
    rest: list[Piece] = []
    above: Piece | None = None
    for piece in pieces:
        if _rows(piece) and any(type(piece) is type(waiting) for waiting in rest):
            rest.append(piece)
            continue
        used = stack(placed, GAP).height + (GAP if placed else 0)
        frame = frame_of(piece, width, room - used, pen)
        if isinstance(piece, Keys) and isinstance(above, RULED):
            frame = keys(piece, width, pen, under_rule=True)
        above = piece
        if used + frame.height <= room + 1:
            placed.append(frame)
            continue
        fitting = fewer(piece, width, room - used, pen)
        if fitting is not None:
            placed.append(fitting[0])
            rest.append(fitting[1])
        elif must and not placed:
            placed.append(frame)
        else:
            rest.append(piece)
    return stack(placed, GAP), tuple(rest)


def fewer(piece: Piece, width: float, room: float, pen: Pen) -> tuple[Frame, Piece] | None:
    """As many rows of a list as fit, and the list's other rows; None where not even one does."""
    for count in range(_rows(piece) - 1, 0, -1):
        head, tail = _part(piece, 0, count), _part(piece, count, None)
        frame = frame_of(head, width, room, pen)
        if frame.height <= room + 1:
            return frame, tail
    return None


def _rows(piece: Piece) -> int:
    """How many rows a list can be cut between; 0 for what cannot be cut."""
    if isinstance(piece, Keys):
        return len(piece.texts)
    if isinstance(piece, Honours):
        return len(piece.honours)
    if isinstance(piece, Ledger):
        return len(piece.rows)
    if isinstance(piece, Plates):
        return len(piece.plates)
    if isinstance(piece, Table):
        return len(piece.table.rows)
    if isinstance(piece, Panels):  # several groups are cut between them, one between its items
        return len(piece.groups) if len(piece.groups) > 1 else len(piece.groups[0].items)
    return 0


def _part(piece: Piece, start: int, end: int | None) -> Piece:
    """Those rows of a list."""
    rows = slice(start, end)
    if isinstance(piece, Keys):
        return replace(piece, texts=piece.texts[rows])
    if isinstance(piece, Honours):
        return Honours(piece.honours[rows], piece.phrases[rows])
    if isinstance(piece, Ledger):
        return replace(piece, rows=piece.rows[rows], note=piece.note if end is None else "")
    if isinstance(piece, Plates):
        return replace(piece, plates=piece.plates[rows])
    if isinstance(piece, Table):
        return replace(piece, table=replace(piece.table, rows=piece.table.rows[rows]))
    if isinstance(piece, Panels) and len(piece.groups) > 1:
        return replace(piece, groups=piece.groups[rows])
    if isinstance(piece, Panels):
        group = piece.groups[0]
        return replace(piece, groups=(replace(group, items=group.items[rows]),))
    return piece


def left_over(texts: Sequence[str], pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Points that found no room, the author's own separate from those another slide has too."""
    optional = {t for p in pieces if isinstance(p, Keys) and p.optional for t in p.texts}
    optional |= {t for p in pieces if isinstance(p, Honours) for t in p.phrases}
    own, other = [t for t in texts if t not in optional], [t for t in texts if t in optional]
    return (
        *((Keys(tuple(own)),) if own else ()),
        *((Keys(tuple(other), optional=True),) if other else ()),
    )


def without(pieces: Sequence[Piece], used: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces except those used (compared as objects)."""
    taken = {id(piece) for piece in used}
    return tuple(piece for piece in pieces if id(piece) not in taken)


def as_texts(pieces: Sequence[Piece]) -> tuple[str, ...]:
    """Honours and points as texts, verbatim, each once."""
    out: list[str] = []
    for piece in pieces:
        if isinstance(piece, Honours):
            out += piece.phrases
        elif isinstance(piece, Keys):
            out += piece.texts
    return tuple(dict.fromkeys(out))


def foot_points(texts: Sequence[str], pen: Pen, most: int = MOST_POINTS) -> tuple[Frame, tuple[str, ...]]:
    """Up to four points in two columns, each on one line under a hairline; and those left over.

    A point too long for a column has a row of its own.
    """
    half = (canvas.CONTENT - canvas.COLUMN_GAP) / 2
    short = [text for text in texts if pen.lines(text, "body", half) == 1][:most]
    rows = [short[i : i + 2] for i in range(0, len(short), 2)]
    long = [text for text in texts if text not in short and pen.lines(text, "body", canvas.CONTENT) == 1]
    rows += [[text] for text in long[: most // 2 - len(rows)]]
    frames: list[Item] = []
    for k, row in enumerate(rows):
        width, y = canvas.CONTENT if row[0] in long else half, k * BOTTOM_ROW
        for i, text in enumerate(row):
            x = i * (half + canvas.COLUMN_GAP)
            frames.append(rule(x, y, width, pen.ink("grey-400")))
            frames += pen.text(pen.paragraph(text, "body"), width).at(x, y + UNDER_RULE)
    shown = [text for row in rows for text in row]
    foot = Frame(canvas.CONTENT, len(rows) * BOTTOM_ROW, tuple(frames))
    return foot, tuple(text for text in texts if text not in shown)
