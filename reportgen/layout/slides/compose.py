"""Content slides: which composition the pieces of a passage ask for, and what is left for the next slide."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from reportgen.layout.frame import Frame, padded, stack
from reportgen.layout.ornaments import terrain
from reportgen.layout.slides import canvas
from reportgen.layout.slides.canvas import BODY_BOTTOM, GAP, MARGIN, RIGHT
from reportgen.layout.slides.lists import LISTS, items, keys, ledger, picture, quote_words
from reportgen.layout.slides.numbers import (
    WIDE_KINDS,
    chart,
    chart_item,
    heading,
    is_small,
    numeral_size,
    stat,
    stat_body,
    values_table,
)
from reportgen.layout.slides.pen import NUMERAL_ASCENT, Pen, panel, rule
from reportgen.layout.slides.pieces import Honours, Keys, Piece
from reportgen.model.chart import ChartSpec
from reportgen.model.report import Figure, Ledger, Panels, Picture, Plates, Quote, Table
from reportgen.model.sheet import Item
from reportgen.units import Rect, inch

NUMBERS = (ChartSpec, Figure)
SIDE = (Quote, Honours, Keys, Plates)
LARGEST, SHARED_LARGEST, LARGEST_OVER_CHART = 110.0, 96.0, 88.0
CELL_GAP = 31.0
BOTTOM_ROW = 46.0
PANEL_HEADS = (76.0, 60.0, 46.0)
TALL_ROW = 180.0  # a row of callouts so high takes the larger numerals
FEW_POINTS = 3  # so few short points are set larger, or stand below a chart
FEW_POINTS = 3  # so few short points are set larger


@dataclass(frozen=True, slots=True)
class Composed:
    """One slide's body: its layout, the items, and the pieces that found no room."""

    layout: str
    name: str
    items: tuple[Item, ...]
    rest: tuple[Piece, ...]


def compose(pieces: Sequence[Piece], top: float, pen: Pen) -> Composed:
    """The next slide for these pieces; ``top``: where the body begins. At least one piece is placed."""
    return _choose(pieces)(tuple(pieces), top, pen)


def _choose(pieces: Sequence[Piece]) -> Callable[[tuple[Piece, ...], float, Pen], Composed]:
    """Conditions from the most special to the plainest."""
    charts = [piece for piece in pieces if isinstance(piece, ChartSpec)]
    numbers = [piece for piece in pieces if isinstance(piece, NUMBERS)]
    if any(spec.kind == "level" for spec in charts):
        return diagram
    if any(spec.kind == "doughnut" for spec in charts):
        return chart_values
    if any(not is_small(spec) for spec in charts):
        return chart_panel
    if len(charts) == 2 == len(numbers) and all(isinstance(p, Keys | ChartSpec) for p in pieces):
        return two_charts
    if any(isinstance(piece, Table | Picture) for piece in pieces) and not numbers:
        return wide
    if len(numbers) >= 3 and not any(isinstance(piece, Ledger) for piece in pieces):
        return three_columns
    if any(isinstance(piece, Panels) and len(piece.groups) > 1 for piece in pieces) and not numbers:
        return panels
    if _quote_and_ledger(pieces) and not numbers:
        return quote_ledger
    if all(isinstance(piece, Keys) for piece in pieces):
        return points
    return two_columns


def _quote_and_ledger(pieces: Sequence[Piece]) -> bool:
    short = [p for p in pieces if isinstance(p, Quote) and max(len(line) for line in p.lines) <= 7]
    return bool(short) and any(isinstance(piece, Ledger) for piece in pieces)


def _frame(piece: Piece, width: float, room: float, pen: Pen, largest: float = LARGEST) -> Frame:
    """One piece at a width; only charts and pictures use the room."""
    if isinstance(piece, ChartSpec):
        return chart(piece, width, room, pen, largest)
    if isinstance(piece, Figure):
        return stat(piece, width, largest, pen)
    if isinstance(piece, Picture):
        return picture(piece, width, pen, pen.report.folder, room)
    return LISTS[type(piece)](piece, width, pen)


def _stacked(
    pieces: Sequence[Piece], width: float, room: float, pen: Pen, *, must: bool = False
) -> tuple[Frame, tuple[Piece, ...]]:
    """Pieces one under the other as far as the room goes; ``must``: at least the first one."""
    placed: list[Frame] = []
    rest: list[Piece] = []
    for piece in pieces:
        used = stack(placed, GAP).height + (GAP if placed else 0)
        frame = _frame(piece, width, room - used, pen)
        if used + frame.height <= room + 1 or (must and not placed):
            placed.append(frame)
            continue
        fitting = _fewer(piece, width, room - used, pen)
        if fitting is None:
            rest.append(piece)
        else:
            placed.append(fitting[0])
            rest.append(fitting[1])
    return stack(placed, GAP), tuple(rest)


def _fewer(piece: Piece, width: float, room: float, pen: Pen) -> tuple[Frame, Piece] | None:
    """As many rows of a list as fit, and the list's other rows; None where not even one does."""
    if not isinstance(piece, Keys | Honours):
        return None
    rows = piece.texts if isinstance(piece, Keys) else piece.honours
    for count in range(len(rows) - 1, 0, -1):
        head, tail = _cut(piece, count)
        frame = _frame(head, width, room, pen)
        if frame.height <= room:
            return frame, tail
    return None


def _cut(piece: Keys | Honours, count: int) -> tuple[Piece, Piece]:
    if isinstance(piece, Keys):
        return Keys(piece.texts[:count]), Keys(piece.texts[count:], piece.optional)
    head = Honours(piece.honours[:count], piece.phrases[:count])
    return head, Honours(piece.honours[count:], piece.phrases[count:])


def _left(texts: Sequence[str], pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Points that found no room, the author's own apart from those another slide says too."""
    optional = {t for p in pieces if isinstance(p, Keys) and p.optional for t in p.texts}
    optional |= {t for p in pieces if isinstance(p, Honours) for t in p.phrases}
    own, other = [t for t in texts if t not in optional], [t for t in texts if t in optional]
    return (
        *((Keys(tuple(own)),) if own else ()),
        *((Keys(tuple(other), optional=True),) if other else ()),
    )


def _without(pieces: Sequence[Piece], used: Sequence[Piece]) -> tuple[Piece, ...]:
    taken = {id(piece) for piece in used}
    return tuple(piece for piece in pieces if id(piece) not in taken)


def diagram(pieces: tuple[Piece, ...], top: float, pen: Pen) -> Composed:
    """A section diagram over the full width, up to three numbers or points below."""
    spec = next(p for p in pieces if isinstance(p, ChartSpec) and p.kind == "level")
    others = _without(pieces, (spec,))
    y, height, level = top - inch(0.62), inch(2.95), 0.55
    role, datum = pen.role, spec.data[0]
    area = Rect(0, y, canvas.SIZE[0], height)
    soft, ink = role.soft, pen.ink()
    ground = terrain(area, level, wash=role.wash, line=soft, top_line=ink, datum=role.accent)
    drawing = tuple(
        replace(
            shape,
            role="figure",
            name="示意图",
            alt=f"{canvas.SCHEMATIC}：{datum.qualifier}{datum.text}{datum.unit}",
        )
        for shape in ground
    )
    after = datum.unit + {"below": "以下", "above": "以上"}.get(datum.open_end, "")
    size = numeral_size(
        lambda s: pen.numeral_runs(datum.qualifier, datum.text, after, s, role.text), inch(8), 88, pen
    )
    runs = pen.numeral_runs(datum.qualifier, datum.text, after, size, role.text)
    value = pen.line(runs, inch(8), size, size * NUMERAL_ASCENT)
    said = [spec.title, datum.label] if spec.title not in datum.label else [datum.label]
    steps = ("small-head", "label")
    lines = [pen.paragraph(text, step) for text, step in zip(said, steps, strict=False)]
    note = pen.text(pen.paragraph(canvas.SCHEMATIC, "small", align="right"), inch(3.08), "caption")
    placed = [*drawing, *value.at(MARGIN, y + height * level - size * NUMERAL_ASCENT - 11)]
    words = pen.text(lines, inch(7), "label")
    placed += words.at(MARGIN, y + height - words.height - 4)
    placed += note.at(RIGHT - inch(3.08), y + height - 22)
    below, rest = _thirds(others, y + height + 15, BODY_BOTTOM, pen, 58.0)
    return Composed("diagram", "示意图与数字", (*placed, *below), rest)


def _thirds(
    pieces: Sequence[Piece], top: float, bottom: float, pen: Pen, largest: float
) -> tuple[list[Item], tuple[Piece, ...]]:
    """Numbers in thirds; what follows them as points in the column left free."""
    numbers = [p for p in pieces if isinstance(p, Figure)][:3]
    rest = list(_without(pieces, numbers))
    placed: list[Item] = []
    columns: list[Piece] = list(numbers)
    texts = _as_texts(rest)
    if len(columns) < 3 and texts:
        columns.append(Keys(texts))
        rest = [piece for piece in rest if not isinstance(piece, Keys | Honours)]
    for column, piece in enumerate(columns):
        x = canvas.third(column)
        if isinstance(piece, Keys):
            frame, left = _highlights(piece.texts, canvas.THIRD, bottom - top, pen)
            rest = [*_left(left, pieces), *rest]
        else:
            frame = _frame(piece, canvas.THIRD, bottom - top, pen, largest)
        placed += frame.at(x, top)
    return placed, tuple(rest)


def _as_texts(pieces: Sequence[Piece]) -> tuple[str, ...]:
    """Honours and points said in words, verbatim, each once."""
    out: list[str] = []
    for piece in pieces:
        if isinstance(piece, Honours):
            out += piece.phrases
        elif isinstance(piece, Keys):
            out += piece.texts
    return tuple(dict.fromkeys(out))


def _highlights(texts: Sequence[str], width: float, room: float, pen: Pen) -> tuple[Frame, tuple[str, ...]]:
    """The first point large in the accent, further ones as labels, as far as the room goes."""
    line = Frame(width, canvas.STRONG_RULE, (rule(0, 0.75, width, pen.role.text, canvas.STRONG_RULE),))
    first = pen.text(pen.paragraph(texts[0], "highlight", pen.role.text, balance=True), width)
    frame = stack((line, padded(first, top=14)))
    used = 1
    for text in texts[1:]:
        more = padded(pen.text(pen.paragraph(text, "label", balance=True), width, "label"), top=8)
        if frame.height + more.height > room:
            break
        frame, used = stack((frame, more)), used + 1
    return frame, tuple(texts[used:])


def chart_values(pieces: tuple[Piece, ...], top: float, pen: Pen) -> Composed:
    """A doughnut with its title in the middle, the parts' values as a table, words below."""
    spec = next(p for p in pieces if isinstance(p, ChartSpec) and p.kind == "doughnut")
    others = _without(pieces, (spec,))
    side = min(inch(4.7), BODY_BOTTOM - top)
    plain = replace(spec, note="")
    placed: list[Item] = [chart_item(plain, Rect(MARGIN, top, side, side), pen)]
    unit = f"（{spec.unit}）" if spec.unit else ""
    lines = [pen.paragraph(text, "head", align="center") for text in (spec.title, unit) if text]
    words = pen.text(lines, side * 0.5, "heading")
    placed += words.at(MARGIN + side * 0.25, top + (side - words.height) / 2)
    x, width = inch(6.55), inch(6.03)
    table = values_table(spec, width, pen)
    placed += table.at(x, top)
    texts = [p for p in others if isinstance(p, Keys)]
    after = top + table.height + 9
    frame, rest = _plain(texts[0].texts if texts else (), width, BODY_BOTTOM - after, pen)
    placed += frame.at(x, after)
    left = _without(others, texts[:1])
    return Composed("chart-values", "图表与数值", tuple(placed), (*_left(rest, others), *left))


def _plain(texts: Sequence[str], width: float, room: float, pen: Pen) -> tuple[Frame, tuple[str, ...]]:
    """Points as plain paragraphs, as many as the room takes."""
    count = len(texts)
    while count:
        lines = [
            pen.paragraph(t, "plain", balance=True, before=8 if i else 0) for i, t in enumerate(texts[:count])
        ]
        frame = pen.text(lines, width)
        if frame.height <= room:
            return frame, tuple(texts[count:])
        count -= 1
    return Frame(0, 0, ()), tuple(texts)


def chart_panel(pieces: tuple[Piece, ...], top: float, pen: Pen) -> Composed:
    """A large chart, with quotes, honours and points on a panel that runs into the right edge."""
    spec = next(p for p in pieces if isinstance(p, ChartSpec) and not is_small(p))
    others = _without(pieces, (spec,))
    side = [piece for piece in others if isinstance(piece, SIDE)]
    room = BODY_BOTTOM - top
    foot, left = _foot(_as_texts(side), pen)
    if not left and all(isinstance(p, Keys) for p in side) and len(_as_texts(side)) < FEW_POINTS:
        below = foot.height + GAP if foot.items else 0.0
        frame, rest = _main_column(spec, _without(others, side), canvas.CONTENT, room - below, pen)
        placed = (*frame.at(MARGIN, top), *foot.at(MARGIN, BODY_BOTTOM - foot.height))
        return Composed("chart", "图表", placed, rest)
    main, rest = _main_column(spec, _without(others, side), canvas.MAIN_WIDTH, room, pen)
    x = canvas.PANEL_X
    field = panel(Rect(x, top, canvas.SIZE[0] - x, room), pen.role.wash)
    inner = RIGHT - x - canvas.PANEL_INSET
    words, later = _side_words(side, inner, room - 2 * canvas.PANEL_INSET, pen)
    placed = (*main.at(MARGIN, top), field, *words.at(x + canvas.PANEL_INSET, top + canvas.PANEL_INSET))
    return Composed("chart-panel", "图表与侧栏", placed, (*rest, *later))


def _main_column(
    spec: ChartSpec, others: Sequence[Piece], width: float, room: float, pen: Pen
) -> tuple[Frame, tuple[Piece, ...]]:
    """The chart, and a single-group panel or callouts below it where the room allows."""
    below = next((p for p in others if isinstance(p, Panels) and len(p.groups) == 1), None)
    foot = items(below, width, pen) if below else Frame(0, 0, ())
    if foot.items and room - foot.height - GAP < 150:
        below, foot = None, Frame(0, 0, ())
    taken = foot.height + GAP if foot.items else 0.0
    main = chart(spec, width, room - taken, pen)
    return stack((main, foot), GAP), _without(others, (below,) if below else ())


def _side_words(
    side: Sequence[Piece], width: float, room: float, pen: Pen
) -> tuple[Frame, tuple[Piece, ...]]:
    """Quotes without their own field, then honours and points."""
    frames: list[Frame] = []
    rest: list[Piece] = []
    for piece in side:
        used = stack(frames, GAP).height + (GAP if frames else 0)
        if isinstance(piece, Quote):
            frame = quote_words(piece, width, pen)
        else:
            frame, left = _side_list(piece, width, room - used, pen)
            rest += left
            if not frame.items:
                continue
        if used + frame.height > room + 1 and frames:
            rest.append(piece)
        else:
            frames.append(frame)
    return stack(frames, GAP), tuple(rest)


def _side_list(piece: Piece, width: float, room: float, pen: Pen) -> tuple[Frame, tuple[Piece, ...]]:
    """A list in a side panel; points a size smaller than in a column of the slide."""
    if not isinstance(piece, Keys):
        return _stacked((piece,), width, room, pen)
    for count in range(len(piece.texts), 0, -1):
        frame = keys(Keys(piece.texts[:count]), width, pen, "side-point")
        if frame.height <= room + 1:
            left = piece.texts[count:]
            return frame, (Keys(left, piece.optional),) if left else ()
    return Frame(0, 0, ()), (piece,)


def wide(pieces: tuple[Piece, ...], top: float, pen: Pen) -> Composed:
    """A table or picture over the full width, further pieces below."""
    first = next(p for p in pieces if isinstance(p, Table | Picture))
    others = _without(pieces, (first,))
    frame, rest = _stacked((first, *others), canvas.CONTENT, BODY_BOTTOM - top, pen, must=True)
    name = "table" if isinstance(first, Table) else "picture"
    return Composed(name, "表格" if name == "table" else "图片", tuple(frame.at(MARGIN, top)), rest)


def three_columns(pieces: tuple[Piece, ...], top: float, pen: Pen) -> Composed:
    """Three numbers side by side under accent rules, callouts in up to two rows; points below."""
    numbers: list[ChartSpec | Figure] = [p for p in pieces if isinstance(p, ChartSpec | Figure)]
    plain = not any(isinstance(piece, ChartSpec) for piece in numbers)
    numbers = numbers[: canvas.MOST_ROWS if plain else 3]
    rows = 2 if len(numbers) > 3 else 1
    others = list(_without(pieces, numbers))
    foot, left = _foot(_as_texts(others), pen, most=4 if rows == 1 else 2)
    spoken = _left(left, others)
    others = [other for other in others if not isinstance(other, Keys | Honours)]
    bottom = BODY_BOTTOM - foot.height - (GAP if foot.items else 0)
    pitch = (bottom - top) / rows
    placed: list[Item] = []
    for i, piece in enumerate(numbers):
        x, y = canvas.third(i % 3), top + i // 3 * pitch
        placed.append(rule(x, y + 0.75, canvas.THIRD, pen.role.text, canvas.STRONG_RULE))
        placed += _third(piece, canvas.THIRD, pitch - 12, pen).at(x, y + 12)
    placed += foot.at(MARGIN, BODY_BOTTOM - foot.height)
    return Composed("three-columns", "三栏", tuple(placed), (*others, *spoken))


def _third(piece: ChartSpec | Figure, width: float, room: float, pen: Pen) -> Frame:
    if isinstance(piece, ChartSpec):
        return chart(piece, width, room, pen)
    return stat_body(piece, width, 96.0 if room > TALL_ROW else 66.0, pen, pen.role.text)


def _foot(texts: Sequence[str], pen: Pen, most: int = 4) -> tuple[Frame, tuple[str, ...]]:
    """Up to four points in two columns, each on one line under a hairline; and those left over."""
    width = (canvas.CONTENT - CELL_GAP) / 2
    one_line = [t for t in texts if pen.lines(t, "body", width) == 1][:most]
    frames: list[Item] = []
    for i, text in enumerate(one_line):
        x, y = i % 2 * (width + CELL_GAP), i // 2 * BOTTOM_ROW
        frames.append(rule(x, y, width, pen.ink("grey-400")))
        frames += pen.text(pen.paragraph(text, "body"), width).at(x, y + 8)
    rows = -(-len(one_line) // 2)
    return Frame(canvas.CONTENT, rows * BOTTOM_ROW, tuple(frames)), tuple(
        t for t in texts if t not in one_line
    )


def panels(pieces: tuple[Piece, ...], top: float, pen: Pen) -> Composed:
    """The author's groups as panels side by side, points as takeaways below."""
    part = next(p for p in pieces if isinstance(p, Panels) and len(p.groups) > 1)
    others = _without(pieces, (part,))
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
    rest = (*rest, *((replace(part, groups=later),) if later else ()), *_left(left, pieces))
    return Composed("panels", "三栏面板", tuple(placed), rest)


def _panel_words(head: str, lines: Sequence[str], width: float, large_size: float, pen: Pen) -> Frame:
    """A large head (one or two characters) or a heading, then the items a line each."""
    large = len(head) <= 2
    step = "panel-head" if large else "head"
    head_size = large_size if large else None
    top = pen.text(pen.paragraph(head, step, pen.role.text, size=head_size, balance=True), width, "heading")
    size = min(pen.fitting(line, "body", width, (20, 19, 18)) for line in lines)
    words = [pen.paragraph(line, "body", size=size, balance=True) for line in lines]
    return stack((padded(top, top=0 if large else 12), padded(pen.text(words, width, "list"), top=14)))


def _takeaways(texts: Sequence[str], pen: Pen) -> tuple[Frame, tuple[str, ...]]:
    """One or two closing lines."""
    fitting = [t for t in texts if pen.lines(t, "takeaway", canvas.CONTENT) == 1][-2:]
    if not fitting:
        return Frame(0, 0, ()), tuple(texts)
    frame = pen.text([pen.paragraph(t, "takeaway") for t in fitting], canvas.CONTENT)
    return frame, tuple(t for t in texts if t not in fitting)


def quote_ledger(pieces: tuple[Piece, ...], top: float, pen: Pen) -> Composed:
    """Coined phrases large on a field that runs into the left edge, the ledger beside them."""
    said = next(p for p in pieces if isinstance(p, Quote))
    listed = next(p for p in pieces if isinstance(p, Ledger))
    others = list(_without(pieces, (said, listed)))
    role, room = pen.role, BODY_BOTTOM - top
    width = inch(4.6)
    size = min(pen.fitting(line, "field-quote", width, (64, 54, 46, 40, 32)) for line in said.lines)
    lines = [pen.paragraph(line, "field-quote", role.on, size=size) for line in said.lines]
    words = pen.text(lines, width, "quote")
    soft = role.soft if role.on.token == "white" else role.on
    point = next((p for p in others if isinstance(p, Keys)), None)
    below = Frame(0, 0, ())
    if point is not None:
        below = pen.text(pen.paragraph(point.texts[0], "plain", soft, balance=True), width)
        others.remove(point)
        if len(point.texts) > 1:
            others.append(Keys(point.texts[1:]))
    left = stack((words, padded(below, top=24) if below.items else below))
    field = panel(Rect(0, top, inch(5.6), room), role.accent)
    placed: list[Item] = [field, *left.at(MARGIN, top + max(20.0, (room - left.height) / 2))]
    frame, rest = _stacked((listed, *others), inch(6.33), room, pen, must=True)
    placed += frame.at(inch(6.25), top)
    return Composed("quote-ledger", "引语与清单", tuple(placed), rest)


def points(pieces: tuple[Piece, ...], top: float, pen: Pen) -> Composed:
    """Points alone, large under hairlines over the full width."""
    first = pieces[0]
    assert isinstance(first, Keys)
    room = BODY_BOTTOM - top
    long = sum(len(text) for text in first.texts) > 45
    few = len(first.texts) <= FEW_POINTS
    for step in ("body",) if long else ("claim", "point", "body") if few else ("point", "body"):
        frame = keys(first, canvas.CONTENT, pen, step)
        if frame.height <= room:
            return Composed("points", "要点", tuple(frame.at(MARGIN, top)), pieces[1:])
    fitting = _fewer(first, canvas.CONTENT, room, pen)
    if fitting is None:
        return Composed("points", "要点", tuple(frame.at(MARGIN, top)), pieces[1:])
    return Composed("points", "要点", tuple(fitting[0].at(MARGIN, top)), (fitting[1], *pieces[1:]))


def two_columns(pieces: tuple[Piece, ...], top: float, pen: Pen) -> Composed:
    """Numbers on the left, lists, quotes and points on the right; words alone flow over both."""
    room = BODY_BOTTOM - top
    numbers = [piece for piece in pieces if isinstance(piece, ChartSpec | Figure)]
    others = list(_without(pieces, numbers))
    left_width, x, right_width = inch(4.9), inch(6.55), inch(6.03)
    if not numbers or not others:
        left_width = right_width = canvas.HALF
        x = RIGHT - canvas.HALF
    if not numbers:
        left, rest = _stacked(others[: (len(others) + 1) // 2], left_width, room, pen, must=True)
        queue = (*rest, *others[(len(others) + 1) // 2 :])
    else:
        left, rest = _number_block(numbers, left_width, room, pen)
        queue = (*rest, *others)
    right, rest = _stacked(queue, right_width, room, pen)
    placed = (*left.at(MARGIN, top), *right.at(x, top))
    return Composed("two-columns", "两栏", placed, rest)


def two_charts(pieces: tuple[Piece, ...], top: float, pen: Pen) -> Composed:
    """Two small charts in halves, points in a row below."""
    charts = [piece for piece in pieces if isinstance(piece, ChartSpec)]
    foot, left = _foot(_as_texts(pieces), pen)
    room = BODY_BOTTOM - top - (foot.height + GAP if foot.items else 0.0)
    placed: list[Item] = []
    for x, spec in zip((MARGIN, RIGHT - canvas.HALF), charts, strict=True):
        placed += chart(spec, canvas.HALF, room, pen).at(x, top)
    placed += foot.at(MARGIN, BODY_BOTTOM - foot.height)
    return Composed("two-columns", "两栏", tuple(placed), _left(left, pieces))


def _number_block(
    numbers: Sequence[ChartSpec | Figure], width: float, room: float, pen: Pen
) -> tuple[Frame, tuple[Piece, ...]]:
    """One or two numbers stacked; of three, the first large and the others beside each other."""
    ordered = sorted(numbers, key=lambda number: not isinstance(number, Figure))
    if len(ordered) < 3:
        return _stacked(ordered, width, room, pen, must=True)
    drawn = any(isinstance(piece, ChartSpec) for piece in ordered[1:3])
    first = _frame(ordered[0], width, room / 2, pen, LARGEST_OVER_CHART if drawn else LARGEST)
    shares = (0.38, 0.62) if drawn and isinstance(ordered[1], Figure) else (0.5, 0.5)
    rest_room = room - first.height - GAP
    pair: list[Item] = []
    x = 0.0
    for piece, share in zip(ordered[1:3], shares, strict=True):
        part = (width - CELL_GAP) * share
        if isinstance(piece, Figure):
            pair += stat(piece, part, 78.0, pen).at(x, 0)
        else:
            pair.append(rule(x, 0.75, part, pen.role.text, canvas.STRONG_RULE))
            pair += chart(piece, part, rest_room - 8, pen).at(x, 8)
        x += part + CELL_GAP
    return stack((first, Frame(width, rest_room, tuple(pair))), GAP), tuple(ordered[3:])


def pair(
    left: tuple[str, Sequence[Piece]], right: tuple[str, Sequence[Piece]], top: float, pen: Pen
) -> Composed | None:
    """Two short passages side by side, each under its kicker; None where they do not fit."""
    room = BODY_BOTTOM - top
    placed: list[Item] = []
    for x, (kicker, pieces) in ((MARGIN, left), (RIGHT - canvas.HALF, right)):
        head = heading(kicker, canvas.HALF, pen)
        y = head.height + 8 if head.items else 0.0
        frame, rest = _short(pieces, canvas.HALF, room - y, pen)
        if rest:
            return None
        placed += (*head.at(x, top), *frame.at(x, top + y))
    return Composed("two-columns", "两栏", tuple(placed), ())


def _short(pieces: Sequence[Piece], width: float, room: float, pen: Pen) -> tuple[Frame, tuple[Piece, ...]]:
    """A passage in one column: numbers, then its lists close together; points only as far as they fit."""
    ordered = sorted(pieces, key=lambda p: (not isinstance(p, NUMBERS), not isinstance(p, Honours)))
    frames: list[Frame] = []
    for piece in ordered:
        frame = (
            ledger(piece, width, pen, strong=False)
            if isinstance(piece, Ledger)
            else _frame(piece, width, room, pen, SHARED_LARGEST)
        )
        gap = 10.0 if frames else 0.0
        used = stack(frames, 10.0).height
        if used + gap + frame.height > room + 1:
            if isinstance(piece, Keys):
                continue
            return stack(frames, 10.0), (piece,)
        frames.append(frame)
    return stack(frames, 10.0), ()


__all__ = ["WIDE_KINDS", "Composed", "compose", "pair"]
