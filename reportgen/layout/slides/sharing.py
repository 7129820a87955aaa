"""Short neighbours of a section on one slide, side by side: which ones, and how they stand."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from reportgen.layout.frame import Frame, beside, stack
from reportgen.layout.slides import canvas
from reportgen.layout.slides.canvas import BODY_BOTTOM, MARGIN, RIGHT
from reportgen.layout.slides.draft import Draft
from reportgen.layout.slides.flow import frame_of
from reportgen.layout.slides.furniture import TITLE_SIZES, title_items, title_row, titled
from reportgen.layout.slides.lists import keys, ledger
from reportgen.layout.slides.notes import notes_of
from reportgen.layout.slides.numbers import figure_size, heading, is_small, stat
from reportgen.layout.slides.pen import TITLE_GAP, Pen
from reportgen.layout.slides.pieces import NUMBERS, Honours, Keys, Piece
from reportgen.model.chart import ChartSpec
from reportgen.model.report import Figure, Ledger, Panels, Picture, Subsection, Table
from reportgen.model.sheet import Item

CLOSE = 8.0  # points between the pieces of a column
UNDER_KICKER = 4.0
ABOVE = 18.0  # columns begin so much higher than the body of one passage
COLUMNS = {
    2: ((MARGIN, canvas.HALF), (RIGHT - canvas.HALF, canvas.HALF)),
    3: tuple((canvas.third(i), canvas.THIRD) for i in range(3)),
}
MOST_NUMBERS = {2: 2, 3: 1}  # of a column
PRICE = {1: 1.0, 2: 1.0, 3: 1.6}  # of a slide with so many passages: two rather than three
Waiting = tuple[Subsection, tuple[Piece, ...]]
Shared = TypeVar("Shared")


class Look(Struct, frozen=True):
    """Sizes of a column: its largest numeral, and the step of its points.

    ``paired``: two callouts beside each other; ``close``: rows drawn together, points without hairlines.
    """

    largest: float
    points: str
    paired: bool = False
    close: bool = False


LOOKS = {
    2: (
        Look(116.0, "point"),
        Look(96.0, "body"),
        Look(96.0, "body", paired=True),
        Look(66.0, "label", paired=True, close=True),
    ),
    3: (Look(96.0, "body"), Look(66.0, "label", close=True)),
}


class Group(Struct, frozen=True):
    """Passages that share a slide under a head.

    ``top``: where the body begins; ``closest``: the columns at the last look.
    """

    waiting: tuple[Waiting, ...]
    head: tuple[Item, ...] = ()
    top: float = 0.0
    closest: tuple[Item, ...] = ()


def grouped(
    waiting: Sequence[Waiting], pen: Pen, alone: Callable[[Waiting], tuple[Draft, ...]]
) -> tuple[Draft, ...]:
    """The passages on as few slides as read well; ``alone``: the slides of one that shares none."""
    done = fewest(waiting, lambda some: sharing(some, pen), COLUMNS)
    return tuple(
        draft
        for some, group in done
        for draft in ((_shared(group, pen),) if group is not None else alone(some[0]))
    )


def fewest(
    waiting: Sequence[Waiting],
    share: Callable[[tuple[Waiting, ...]], Shared | None],
    counts: Collection[int],
) -> tuple[tuple[tuple[Waiting, ...], Shared | None], ...]:
    """The passages in runs, in order, at the least price; those that share a slide with what they make there.

    ``share``: what neighbours make together, None where one of them needs more; ``counts``: how many may share.
    """
    best: list[tuple[float, tuple[tuple[tuple[Waiting, ...], Shared | None], ...]]] = [(0.0, ())]
    for start in range(len(waiting) - 1, -1, -1):  # from each passage to the last
        single = ((waiting[start],), None)
        options = [(PRICE[1] + best[0][0], (single, *best[0][1]))]
        for count in (count for count in counts if count <= len(best)):
            some = tuple(waiting[start : start + count])
            if (made := share(some)) is not None:
                price, rest = best[count - 1]
                options.append((PRICE[count] + price, ((some, made), *rest)))
        best.insert(0, min(options, key=lambda option: option[0]))
    return best[0][1]


def sharing(waiting: tuple[Waiting, ...], pen: Pen) -> Group | None:
    """Two or three neighbours that fit columns at the closest; None where one of them needs more."""
    count = len(waiting)
    if not all(narrow(pieces, MOST_NUMBERS[count]) for _, pieces in waiting):
        return None
    headed = _head([sub for sub, _ in waiting], COLUMNS[count], pen)
    if headed is None:
        return None
    group = Group(waiting, *headed)
    closest = _columns(group, LOOKS[count][-1], pen)
    return replace(group, closest=closest) if closest is not None else None


def _shared(group: Group, pen: Pen) -> Draft:
    """The passages of the group in columns, as large as all of them fit."""
    count = len(group.waiting)
    larger = (_columns(group, look, pen) for look in LOOKS[count][:-1])
    placed = next((columns for columns in larger if columns is not None), group.closest)
    subs = [sub for sub, _ in group.waiting]
    title = shared_title(subs)
    notes = tuple(line for sub in subs for line in notes_of(sub))
    key, name = ("two-columns", "两栏") if count == 2 else ("three-columns", "三栏")
    return Draft(key, name, title, (*group.head, *placed), pen, notes, section=pen.section)


def shared_title(subs: Iterable[Subsection]) -> str:
    """The headlines in a row; kickers stand over the columns."""
    return TITLE_GAP.join(sub.headline if sub.kicker else sub.title for sub in subs)


def _columns(group: Group, look: Look, pen: Pen) -> tuple[Item, ...] | None:
    """The passages beside each other, what stands under kickers at one height; None where one is too high."""
    places = COLUMNS[len(group.waiting)]
    columns = list(zip(group.waiting, places, strict=True))
    below = max(heading(sub.kicker, width, pen).height for (sub, _), (_, width) in columns)
    below += UNDER_KICKER if below else 0.0
    placed: list[Item] = []
    for (sub, pieces), (x, width) in columns:
        column = _column(sub, pieces, width, BODY_BOTTOM - group.top, look, pen, below)
        if column is None:
            return None
        placed += column.at(x, group.top)
    return tuple(placed)


def narrow(pieces: Sequence[Piece], most: int) -> bool:
    """Whether the pieces may stand in a column."""
    numbers = [piece for piece in pieces if isinstance(piece, NUMBERS)]
    broad = any(
        isinstance(p, Table | Picture)
        or (isinstance(p, ChartSpec) and not is_small(p))
        or (isinstance(p, Panels) and len(p.groups) > 1)
        for p in pieces
    )
    return bool(pieces) and not broad and len(numbers) <= most


def _head(
    subs: Sequence[Subsection], places: Sequence[tuple[float, float]], pen: Pen
) -> tuple[tuple[Item, ...], float] | None:
    """The titles on one line: each over its column, or close together where kickers head the columns."""
    titles = [sub.headline if sub.kicker else sub.title for sub in subs]
    both = TITLE_GAP.join(titles)
    close = len(subs) == 2 and all(sub.kicker for sub in subs)
    if close and pen.lines(both, "title", canvas.CONTENT, TITLE_SIZES[-2]) == 1:
        head, top = title_items(both, pen)
        return head, top - ABOVE
    row = title_row(titles, places, pen)
    if row is None:
        return None
    head, top = titled(row, pen)
    return head, top - (ABOVE if any(sub.kicker for sub in subs) else 0.0)


def _column(
    sub: Subsection, pieces: Sequence[Piece], width: float, room: float, look: Look, pen: Pen, below: float
) -> Frame | None:
    """A passage in one column, ``below`` its kicker: numbers, then its lists close together.

    What other slides say too may go.
    """
    ordered = sorted(pieces, key=lambda p: (not isinstance(p, NUMBERS), not isinstance(p, Honours)))
    needed = [p for p in ordered if not (isinstance(p, Keys) and p.optional)]
    for chosen in (ordered, needed):
        plain = [untitled(piece, sub.kicker) for piece in chosen]
        body = stack(_frames(plain, width, room - below, look, pen), CLOSE)
        if below + body.height <= room + 1:
            head = heading(sub.kicker, width, pen)
            return Frame(width, below + body.height, (*head.items, *body.at(0, below)))
    return None


def untitled(piece: Piece, kicker: str) -> Piece:
    """The piece without a title that the kicker over it says already."""
    if isinstance(piece, Ledger | Panels | ChartSpec) and kicker and piece.title == kicker:
        return replace(piece, title="")
    return piece


def _frames(pieces: Sequence[Piece], width: float, room: float, look: Look, pen: Pen) -> list[Frame]:
    """Each piece as a frame; two callouts of a paired column beside each other."""
    figures = [piece for piece in pieces if isinstance(piece, Figure)]
    frames = []
    if look.paired and len(figures) > 1:
        half = (width - canvas.COLUMN_GAP) / 2
        largest = max(figure_size(figure, half, look.largest, pen) for figure in figures)
        pair = (stat(figure, half, largest, pen, in_row=True) for figure in figures)
        frames.append(beside(*((i * (half + canvas.COLUMN_GAP), frame) for i, frame in enumerate(pair))))
        pieces = [piece for piece in pieces if not isinstance(piece, Figure)]
    return frames + [_frame(piece, width, room, look, pen) for piece in pieces]


def _frame(piece: Piece, width: float, room: float, look: Look, pen: Pen) -> Frame:
    if isinstance(piece, Ledger):
        return ledger(piece, width, pen, close=look.close)
    if isinstance(piece, Keys) and look.close:
        lines = [pen.paragraph(text, look.points, balance=True) for text in piece.texts]
        return pen.text(lines, width)
    if isinstance(piece, Keys):
        return keys(piece, width, pen, look.points)
    return frame_of(piece, width, room, pen, look.largest)
