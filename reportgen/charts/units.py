"""One square for each counted thing, in groups; unlike statuses are solid and hatched."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from reportgen.charts import refusals
from reportgen.charts.lettering import Lettering, widest
from reportgen.charts.reading import counted, keys
from reportgen.charts.record import ChartKind, OnPage, OnSlide
from reportgen.charts.slide_units import ABREAST as SLIDE_ABREAST
from reportgen.charts.slide_units import draw_slide
from reportgen.charts.style import LABEL, LABEL_BOLD, PLAIN
from reportgen.charts.values import value_width
from reportgen.errors import Message
from reportgen.model.chart import ChartSpec, Datum
from reportgen.model.theme import Colour

if TYPE_CHECKING:
    from reportgen.charts.pencil import Pencil

SQUARES = (36.9, 28.3, 22.7, 17.0, 14.2, 11.3, 8.5, 6.0)  # sides: 13, 10, 8, 6, 5, 4, 3 mm …
GAP = 0.21  # between squares, of a side
MOST_HIGH = 72.0  # a block of squares
VALUE_SIZE, LABEL_SIZE, LEADING = 26.0, 10.0, 1.35
HEAD = 33.0
SPACE = 24.0  # between groups
ABREAST = 3
OUTLINE, HATCH = 0.85, 3.7
# on a slide
SMALL_COUNT, SMALL_GROUPS = 8, 4  # squares in a group, and groups, that read in a narrow column
HIGHEST = 76.0  # points of a row of squares with its words
HEADING, LEAST_ROW = 36.0, 58.0


class _UnitGroup(Struct, frozen=True):
    """Where a group stands: its corner, the squares in a row, and the label's lines."""

    x: float
    top: float
    columns: int
    lines: tuple[str, ...]
    beside: bool  # the label stands on the numeral's line


class _UnitPlan(Struct, frozen=True):
    groups: tuple[_UnitGroup, ...]
    square: float
    head: float
    height: float


def _plan(spec: ChartSpec, width: float, letters: Lettering, k: float) -> _UnitPlan | None:
    """As many groups abreast as have room, and the largest squares that stay low enough."""
    data = counted(spec)
    for abreast in range(min(ABREAST, len(data)), 0, -1):
        room = (width - SPACE * k * (abreast - 1)) / abreast
        heads = [_head(datum, room, letters, k) for datum in data]
        if all(head is not None for head in heads) and (
            abreast == 1 or all(head and head[1] for head in heads)
        ):
            return _placed(data, [head for head in heads if head], abreast, room, k)
    return None


def _head(datum: Datum, room: float, letters: Lettering, k: float) -> tuple[tuple[str, ...], bool] | None:
    """Label lines, and whether the label stands beside the numeral; None where it does not fit."""
    words = _words(datum)
    numeral = value_width(datum, VALUE_SIZE * k, "", letters) + 6 * k
    if numeral + letters.measure(LABEL_BOLD, LABEL_SIZE * k, words) <= room:
        return (words,), True
    lines = letters.broken(LABEL_BOLD, LABEL_SIZE * k, words, room)
    fits = widest(lines, LABEL_BOLD, LABEL_SIZE * k, letters) <= room and len(lines) <= 3 and numeral <= room
    return (lines, False) if fits else None


def _words(datum: Datum) -> str:
    return f"{datum.label}　{datum.status}" if datum.label and datum.status else datum.label or datum.status


def _placed(
    data: tuple[Datum, ...], heads: list[tuple[tuple[str, ...], bool]], abreast: int, room: float, k: float
) -> _UnitPlan | None:
    lines = max(0 if beside else len(words) for words, beside in heads)
    head = (HEAD + lines * LABEL_SIZE * LEADING) * k
    for square in (each * k for each in SQUARES):
        pitch = square * (1 + GAP)
        fit = int((room + square * GAP) / pitch)
        if fit < 1:
            continue
        rows = max(math.ceil(datum.value / fit) for datum in data)
        if rows * pitch <= MOST_HIGH * k or square == SQUARES[-1] * k:
            tall = head + rows * pitch - square * GAP
            groups = tuple(
                _UnitGroup(
                    (i % abreast) * (room + SPACE * k),
                    (i // abreast) * (tall + 0.8 * SPACE * k),
                    max(1, math.ceil(datum.value / rows)),
                    *heads[i],
                )
                for i, datum in enumerate(data)
            )
            return _UnitPlan(groups, square, head, groups[-1].top + tall)
    return None


def height(spec: ChartSpec, width: float, letters: Lettering, k: float) -> float:
    """Points needed at that width and scale, infinite where the width is too small."""
    plan = _plan(spec, width, letters, k)
    return plan.height if plan else float("inf")


def draw(pencil: Pencil, spec: ChartSpec) -> None:
    """Draws the chart on the board."""
    plan = _plan(spec, pencil.width, pencil.letters, pencil.k)
    assert plan is not None
    data = counted(spec)
    statuses = list(dict.fromkeys(datum.status for datum in data))
    looks = _looks(pencil, data, statuses)
    for datum, key, group, (colour, hatched) in zip(data, keys(spec), plan.groups, looks, strict=True):
        _header(pencil, datum, key, group)
        for index in range(round(datum.value)):
            x = group.x + index % group.columns * plan.square * (1 + GAP)
            y = group.top + plan.head + index // group.columns * plan.square * (1 + GAP)
            _square(pencil, (x, y), plan.square, colour, hatched, f"unit-square:{key}")


def _looks(pencil: Pencil, data: tuple[Datum, ...], statuses: list[str]) -> Iterator[tuple[Colour, bool]]:
    """Colour and hatching of each group: by status where statuses differ, else by place."""
    palette = pencil.palette
    for i, datum in enumerate(data):
        if len(statuses) > 1:
            yield palette.main, datum.status != statuses[0]
        else:
            yield palette.main if not i else palette.rest, False


def _header(pencil: Pencil, datum: Datum, key: str, group: _UnitGroup) -> None:
    k, size = pencil.k, LABEL_SIZE * pencil.k
    baseline = group.top + 0.76 * VALUE_SIZE * k
    pencil.value(group.x, baseline, datum, key, VALUE_SIZE * k, pencil.palette.value)
    colour, role = pencil.palette.label, f"label:{key}"
    if not group.beside:
        first = baseline + 1.45 * size
        pencil.lines(group.x, first, group.lines, LABEL, size, colour, role=role, leading=LEADING)
        return
    x = group.x + value_width(datum, VALUE_SIZE * k, "", pencil.letters) + 6 * k
    face = PLAIN if datum.status else LABEL
    pencil.text(x, baseline, datum.label, face, size, colour, role=role)
    if datum.status:
        x += pencil.letters.measure(face, size, datum.label) + (size if datum.label else 0)
        pencil.text(x, baseline, datum.status, LABEL_BOLD, size, colour, role=f"status:{key}")


def _square(
    pencil: Pencil, corner: tuple[float, float], side: float, colour: Colour, hatched: bool, role: str
) -> None:
    x, y = corner
    if not hatched:
        pencil.block(x, y, side, side, colour, role)
        return
    corners = ((x, y), (x + side, y), (x + side, y + side), (x, y + side))
    pencil.hatch(corners, pencil.palette.rest, role, HATCH)
    pencil.frame(x, y, side, colour, min(OUTLINE * pencil.k, side / 8))


def slide_size(spec: ChartSpec, width: float, height: float) -> tuple[float, float]:
    """Rows no higher than they read together."""
    return width, min(height, HIGHEST * len(counted(spec)))


def _is_small(spec: ChartSpec) -> bool:
    data = counted(spec)
    return len(data) <= SMALL_GROUPS and max(datum.value for datum in data) <= SMALL_COUNT


def _least(spec: ChartSpec) -> float:
    data = counted(spec)
    rows = len(data) if len(data) <= SMALL_GROUPS else math.ceil(len(data) / SLIDE_ABREAST)
    return HEADING + LEAST_ROW * rows


KIND = ChartKind(
    name="units",
    label=Message("单位方格图", "Unit squares"),
    shows=Message("一格一个，合计不超过 60 的个数", "a square for each of up to 60 things"),
    refuse=refusals.whole_things,
    height=height,
    draw=draw,
    page=OnPage(wants=lambda spec: "wide"),
    slide=OnSlide(draw_slide, size=slide_size, is_small=_is_small, says_unit=True, least=_least),
)
