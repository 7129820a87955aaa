"""Short neighbours of a section on one slide, side by side: which ones, and how they are arranged."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from reportgen.layout.parts.frame import Frame, beside, padded, stack
from reportgen.layout.slides import canvas
from reportgen.layout.slides.canvas import BODY_BOTTOM, MARGIN, RIGHT
from reportgen.layout.slides.draft import Draft
from reportgen.layout.slides.flow import filled, frame_of
from reportgen.layout.slides.furniture import TITLE_SIZES, title_items, title_row, titled
from reportgen.layout.slides.lists import POINT_PAD, honours, keys, ledger, quote_words
from reportgen.layout.slides.merging import merged
from reportgen.layout.slides.numbers import CALLOUT_PAD, LABEL_PAD, chart, heading, is_small, stat
from reportgen.layout.slides.pen import Pen, rule
from reportgen.model.chart import ChartSpec
from reportgen.model.report import Figure, Ledger, Panels, Picture, Quote, Subsection, Table
from reportgen.model.sheet import Item
from reportgen.story.pieces import (
    NUMBERS,
    WORDS,
    Honours,
    Keys,
    Piece,
    column_title,
    in_words,
    reading_order,
    untitled,
)
from reportgen.story.spoken import notes_of
from reportgen.story.titles import shared_title

CLOSE = 8.0  # points between the pieces of a column
ABOVE = 18.0  # kickers are this much higher than the body of one passage
UNDER_KICKER, UNDER_TITLE = 4.0, 16.0  # so that texts begin at one height, with kickers or without
COLUMNS = {
    2: ((MARGIN, canvas.HALF), (RIGHT - canvas.HALF, canvas.HALF)),
    3: tuple((canvas.third(i), canvas.THIRD) for i in range(3)),
}
PAIRED = {
    (False, False): ("two-columns", "两栏"),
    (True, False): ("two-columns-pair-left", "两栏 左双数"),
    (False, True): ("two-columns-pair-right", "两栏 右双数"),
    (True, True): ("two-columns-pairs", "两栏 双数"),
}
MOST_NUMBERS = {2: 2, 3: 1}  # of a column
PRICE = {1: 1.0, 2: 1.0, 3: 1.6}  # of a slide with this many passages: two are preferred to three
Waiting = tuple[Subsection, tuple[Piece, ...]]
Shared = TypeVar("Shared")


class ColumnLook(Struct, frozen=True):
    """Sizes of a column: its largest numeral, and the step of its points.

    ``paired``: two callouts beside each other; ``close``: words drawn together; ``ruled``: under a hairline.
    """

    largest: float
    points: str
    paired: bool = False
    close: bool = False
    ruled: bool = True

    def second(self, pen: Pen) -> float:
        """Points below a callout of one line's top where what follows it begins."""
        return canvas.STRONG_RULE + CALLOUT_PAD + self.largest + LABEL_PAD + pen.step("label").leading + CLOSE


LOOKS = {
    2: (
        ColumnLook(96.0, "point"),
        ColumnLook(96.0, "body"),
        ColumnLook(96.0, "body", paired=True),
        ColumnLook(96.0, "label", paired=True, close=True),
        ColumnLook(66.0, "label", paired=True, close=True, ruled=False),
    ),
    3: (ColumnLook(96.0, "body"), ColumnLook(66.0, "label", close=True, ruled=False)),
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
    """The passages in groups, in order, at the least price, each with what its members make on a shared slide.

    ``share``: what neighbours make together, None where one of them needs more room; ``counts``: group sizes.
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
    """Two or three neighbours that fit columns at the closest; None where one of them needs more.

    A few words alone share none: side by side they would leave the slide empty, each by itself is large.
    """
    count = len(waiting)
    if not all(narrow(pieces, MOST_NUMBERS[count]) for _, pieces in waiting):
        return None
    headed = _head(waiting, COLUMNS[count], pen)
    if headed is None:
        return None
    group = Group(waiting, *headed)
    closest = _columns(group, LOOKS[count][-1], pen)
    if closest is None or (all(in_words(pieces) for _, pieces in waiting) and _empty(group, pen)):
        return None
    return replace(group, closest=closest)


def _empty(group: Group, pen: Pen) -> bool:
    """Whether the columns, as large as they get, leave the slide nearly empty."""
    columns = _columns(group, LOOKS[len(group.waiting)][0], pen)
    return columns is not None and not filled(columns, group.top)


def _shared(group: Group, pen: Pen) -> Draft:
    """The passages of the group in columns, as large as all of them fit."""
    count = len(group.waiting)
    larger = ((look, _columns(group, look, pen)) for look in LOOKS[count][:-1])
    fitting = ((look, columns) for look, columns in larger if columns is not None)
    look, placed = next(fitting, (LOOKS[count][-1], group.closest))
    subs = [sub for sub, _ in group.waiting]
    title = shared_title(subs)
    notes = tuple(line for sub in subs for line in notes_of(sub))
    key, name = _layout(group, look)
    return Draft(key, name, title, (*group.head, *placed), pen, notes, section=pen.section)


def _layout(group: Group, look: ColumnLook) -> tuple[str, str]:
    """Key and name of the layout: which columns hold two callouts beside each other."""
    if len(group.waiting) > 2:
        return "three-texts", "三栏图文"
    pairs = [look.paired and sum(isinstance(p, Figure) for p in pieces) > 1 for _, pieces in group.waiting]
    return PAIRED[pairs[0], pairs[1]]


def _columns(group: Group, look: ColumnLook, pen: Pen) -> tuple[Item, ...] | None:
    """The passages beside each other, what is under kickers at one height; None where one is too high."""
    places = COLUMNS[len(group.waiting)]
    columns = list(zip(group.waiting, places, strict=True))
    below = max(heading(column_title(*one), width, pen).height for one, (_, width) in columns)
    below += UNDER_KICKER if below else UNDER_TITLE
    placed: list[Item] = []
    for (sub, pieces), (x, width) in columns:
        column = _column(sub, pieces, width, BODY_BOTTOM - group.top, look, pen, below)
        if column is None:
            return None
        placed += column.at(x, group.top)
    return tuple(placed)


def narrow(pieces: Sequence[Piece], most: int) -> bool:
    """Whether the pieces may be in a column."""
    numbers = [piece for piece in pieces if isinstance(piece, NUMBERS)]
    broad = any(
        isinstance(p, Table | Picture)
        or (isinstance(p, ChartSpec) and not is_small(p))
        or (isinstance(p, Panels) and len(p.groups) > 1)
        for p in pieces
    )
    return bool(pieces) and not broad and len(numbers) <= most


def _head(
    waiting: Sequence[Waiting], places: Sequence[tuple[float, float]], pen: Pen
) -> tuple[tuple[Item, ...], float] | None:
    """The titles on one line: each over its column, or close together where kickers head the columns."""
    titles = [sub.headline for sub, _ in waiting]
    both = shared_title(sub for sub, _ in waiting)
    close = len(waiting) == 2 and all(sub.kicker for sub, _ in waiting)
    if close and pen.lines(both, "title", canvas.CONTENT, TITLE_SIZES[-2]) == 1:
        head, top = title_items(both, pen)
        return head, top - ABOVE
    row = title_row(titles, places, pen)
    if row is None:
        return None
    head, top = titled(row, pen)
    return head, top - (ABOVE if any(column_title(*one) for one in waiting) else 0.0)


def _column(
    sub: Subsection,
    pieces: Sequence[Piece],
    width: float,
    room: float,
    look: ColumnLook,
    pen: Pen,
    below: float,
) -> Frame | None:
    """A passage in one column, ``below`` its kicker.

    What other slides have too may be left out.
    """
    ordered, kicker = reading_order(pieces), column_title(sub, pieces)
    needed = [p for p in ordered if not (isinstance(p, Keys) and p.optional)]
    for chosen in (ordered, needed):
        plain = [untitled(piece, kicker) for piece in chosen]
        body = _body(plain, width, room - below, look, pen)
        if below + body.height <= room + 1:
            head = heading(kicker, width, pen)
            return Frame(width, below + body.height, (*head.items, *body.at(0, below)))
    return None


def _body(pieces: Sequence[Piece], width: float, room: float, look: ColumnLook, pen: Pen) -> Frame:
    """What is in a column: numbers, words, lists; words below something are at one height in every column.

    A list that comes third is at the foot, one without numbers first.
    """
    numbers = _numbers([piece for piece in pieces if isinstance(piece, NUMBERS)], width, room, look, pen)
    said = _said([piece for piece in pieces if isinstance(piece, WORDS)], width, look, pen)
    others = [piece for piece in pieces if not isinstance(piece, (*NUMBERS, *WORDS))]
    above = stack((numbers, said), CLOSE)
    for close in (bool(others and said.items), True):
        lists = stack((_list(piece, width, room, pen, close=close) for piece in others), CLOSE)
        if above.height + CLOSE + lists.height <= room:
            break
    if not (said.items and lists.items):
        return stack((above, lists), CLOSE)
    if numbers.items:
        return stack((above, padded(lists, top=max(0.0, room - lists.height - above.height - CLOSE))), CLOSE)
    return stack((lists, padded(said, top=max(0.0, look.second(pen) - lists.height - CLOSE))), CLOSE)


def _numbers(
    pieces: Sequence[ChartSpec | Figure], width: float, room: float, look: ColumnLook, pen: Pen
) -> Frame:
    """Charts and callouts, two callouts of a paired column beside each other."""
    figures = [piece for piece in pieces if isinstance(piece, Figure)]
    frames = []
    if look.paired and len(figures) > 1:
        half = (width - canvas.COLUMN_GAP) / 2
        pair = (stat(figure, half, look.largest, pen, in_row=True) for figure in figures)
        frames.append(beside(*((i * (half + canvas.COLUMN_GAP), frame) for i, frame in enumerate(pair))))
        pieces = [piece for piece in pieces if not isinstance(piece, Figure)]
    return stack((*frames, *(_number(piece, width, room, look, pen) for piece in pieces)), CLOSE)


def _number(piece: ChartSpec | Figure, width: float, room: float, look: ColumnLook, pen: Pen) -> Frame:
    if isinstance(piece, Figure):
        return stat(piece, width, look.largest, pen, in_row=True)
    return chart(piece, width, room, pen, look.largest)


def _said(pieces: Sequence[Keys | Quote], width: float, look: ColumnLook, pen: Pen) -> Frame:
    """Points and quotes alike under hairlines; where rows are drawn together, under one."""
    line = Frame(width, canvas.RULE, (rule(0, 0, width, pen.role.mid),))
    frames = []
    for i, piece in enumerate(pieces):
        if isinstance(piece, Keys) and not look.close:
            frames.append(keys(piece, width, pen, look.points))
            continue
        if isinstance(piece, Quote):
            words = quote_words(piece, width, pen)
        else:
            words = pen.text([pen.paragraph(t, look.points, balance=True) for t in piece.texts], width)
        ruled = look.ruled and not (look.close and i)
        frames.append(stack((line, padded(words, top=POINT_PAD, bottom=POINT_PAD))) if ruled else words)
    return merged(stack(frames))


def _list(piece: Piece, width: float, room: float, pen: Pen, *, close: bool) -> Frame:
    if isinstance(piece, Ledger):
        return ledger(piece, width, pen, close=close)
    if isinstance(piece, Honours):
        return honours(piece, width, pen, close=close)
    return frame_of(piece, width, room, pen)
