"""Chart kinds PowerPoint lacks, as editable paths and words in theme colours (D-18)."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType

from msgspec import Struct

from reportgen.layout.parts.drawing import circle
from reportgen.lengths import Rect
from reportgen.model.chart import ChartSpec, Datum
from reportgen.model.sheet import Path, Stroke
from reportgen.model.text import Align
from reportgen.model.theme import Colour
from reportgen.pptx.chart_part import ChartLook, part_colours
from reportgen.pptx.shapes import DrawnPath, Hatch

LABEL_SIZE, LABEL_LEADING = 18.0, 26.0
TENTHS = 10
TICKS = 60


class Word(Struct, frozen=True):
    """A label inside a drawing: where, in which face and size."""

    rect: Rect
    text: str
    face: str
    size: float
    colour: Colour
    align: Align = "left"


class Drawing(Struct, frozen=True):
    marks: tuple[DrawnPath, ...]
    words: tuple[Word, ...] = ()


def draw(spec: ChartSpec, rect: Rect, look: ChartLook) -> Drawing:
    """The chart's paths and labels inside the rectangle."""
    return DRAWERS[spec.kind](spec, rect, look)


def _box(x: float, y: float, width: float, height: float) -> Path:
    right, bottom = x + width, y + height
    return (("M", x, y), ("L", right, y), ("L", right, bottom), ("L", x, bottom), ("Z",))


def _hatch(look: ChartLook, colour: Colour) -> Hatch:
    return Hatch(colour, look.theme.colour("white"))


def _words_of(datum: Datum) -> str:
    """Numeral, unit and status of a counted item, verbatim and in the order of the text."""
    return f"{datum.qualifier}{datum.text}{datum.unit}{datum.status or datum.label}"


def _units(spec: ChartSpec, rect: Rect, look: ChartLook) -> Drawing:
    """A row of squares per kind; a status unlike the first is hatched, never told by hue alone."""
    rows = spec.data
    pitch = rect.height / len(rows)
    most = max(round(datum.value) for datum in rows)
    size = min(36.0, pitch - LABEL_LEADING - 6, rect.width / most * 0.82)
    gap = min(size * 0.24, (rect.width - size * most) / max(1, most - 1))
    marks: list[DrawnPath] = []
    words: list[Word] = []
    for row, datum in enumerate(rows):
        y = rect.y + row * pitch
        for k in range(round(datum.value)):
            path = _box(rect.x + k * (size + gap), y, size, size)
            if row == 0 or not datum.status:
                marks.append(DrawnPath(path, look.role.accent if row == 0 else look.role.mid))
            else:
                edge = Stroke(look.role.accent, 1.0)
                marks.append(DrawnPath(path, stroke=edge, hatch=_hatch(look, look.role.mid)))
        label = Rect(rect.x, y + size + 2, rect.width, LABEL_LEADING)
        words.append(Word(label, _words_of(datum), "sans-400", LABEL_SIZE, look.theme.colour("ink-text")))
    return Drawing(tuple(marks), tuple(words))


def _tenths_of(datum: Datum) -> float:
    """The value in tenths: 八成 counts 8, 80 % counts 8, 0.8 counts 8."""
    if datum.value <= 1:
        return datum.value * TENTHS
    return datum.value if datum.value <= TENTHS else datum.value / TENTHS


def _cells(spec: ChartSpec, rect: Rect, look: ChartLook) -> Drawing:
    """Ten cells in two rows; the part beyond an open-ended value is hatched."""
    datum = spec.data[0]
    full = _tenths_of(datum)
    gap = rect.width * 0.0185
    size = min((rect.width - 4 * gap) / 5, (rect.height - gap) / 2)
    marks = []
    edge = Stroke(look.role.accent, 1.5)
    for k in range(TENTHS):
        path = _box(rect.x + k % 5 * (size + gap), rect.y + k // 5 * (size + gap), size, size)
        if k + 1 <= full:
            marks.append(DrawnPath(path, look.role.accent))
        elif k < full + 1 and (datum.open_end == "above" or k < full):
            marks.append(DrawnPath(path, stroke=edge, hatch=_hatch(look, look.role.accent)))
        else:
            marks.append(DrawnPath(path, stroke=edge))
    return Drawing(tuple(marks))


def _rings(spec: ChartSpec, rect: Rect, look: ChartLook) -> Drawing:
    """Ten rings of equal area, filled from the middle."""
    full = round(_tenths_of(spec.data[0]))
    reach = min(rect.width, rect.height) / 2 - 1
    cx, cy = rect.x + rect.width / 2, rect.y + rect.height / 2
    white = look.theme.colour("white")
    marks = []
    for ring in range(TENTHS, 0, -1):
        path = circle(cx, cy, reach * math.sqrt(ring / TENTHS))
        inside = ring <= full
        fill = look.role.accent if inside else white
        marks.append(DrawnPath(path, fill, Stroke(white if inside else look.role.mid, 1.0)))
    return Drawing(tuple(marks))


def _dial(spec: ChartSpec, rect: Rect, look: ChartLook) -> Drawing:
    """Sixty ticks, as many of them heavy as there are minutes; the value in the middle."""
    datum = spec.data[0]
    radius = min(rect.width, rect.height) / 2
    cx, cy = rect.x + radius, rect.y + rect.height / 2
    on, off = Stroke(look.role.accent, 3.2), Stroke(look.theme.colour("grey-400"), 1.6)
    lit = round(datum.value)
    marks = [
        DrawnPath(
            tuple(s for k in ticks for s in _tick(k, cx, cy, radius, inner)),
            stroke=stroke,
        )
        for ticks, inner, stroke in ((range(lit), 0.76, on), (range(lit, TICKS), 0.87, off))
        if len(ticks)
    ]
    numeral = radius * 0.69
    box = Rect(rect.x, cy - numeral * 0.62, 2 * radius, numeral)
    unit = Rect(rect.x, cy + numeral * 0.34, 2 * radius, LABEL_LEADING)
    ink = look.theme.colour("ink-text")
    words = (
        Word(box, datum.text, "num-400", numeral, look.role.text, "center"),
        Word(unit, datum.unit or spec.unit, "sans-400", LABEL_SIZE, ink, "center"),
    )
    return Drawing(tuple(marks), words)


def _tick(k: int, cx: float, cy: float, radius: float, inner: float) -> Path:
    angle = -math.pi / 2 + 2 * math.pi * (k + 0.5) / TICKS
    dx, dy = math.cos(angle) * radius, math.sin(angle) * radius
    return (("M", cx + dx * inner, cy + dy * inner), ("L", cx + dx, cy + dy))


def _threshold(spec: ChartSpec, rect: Rect, look: ChartLook) -> Drawing:
    """A bar up to the value, a tick, and an open hatched end beyond it (below: before it)."""
    datum = spec.data[0]
    height = min(rect.height * 0.68, 30.0)
    y = rect.y + (rect.height - height) / 2
    stop = rect.x + rect.width * 0.75
    tip, shoulder = rect.right, rect.right - rect.width * 0.054
    solid = DrawnPath(_box(rect.x, y, stop - rect.x, height), look.role.accent)
    tick = DrawnPath(_box(stop - 1.1, rect.y, 2.2, rect.height), look.theme.colour("ink-text"))
    arrow: Path = (
        ("M", stop, y),
        ("L", shoulder, y),
        ("L", tip, y + height / 2),
        ("L", shoulder, y + height),
        ("L", stop, y + height),
        ("Z",),
    )
    beyond = DrawnPath(arrow, hatch=_hatch(look, look.role.accent))
    if datum.open_end == "below":
        before = DrawnPath(_box(rect.x, y, stop - rect.x, height), hatch=_hatch(look, look.role.accent))
        return Drawing((before, tick))
    return Drawing((solid, beyond, tick) if datum.open_end == "above" else (solid, tick))


def _waffle(spec: ChartSpec, rect: Rect, look: ChartLook) -> Drawing:
    """Ten by ten woven blocks of ten strands; a strand is a thousandth, column by column from the foot."""
    side = min(rect.width, rect.height)
    block = side / TENTHS
    gap = block * 0.06
    colours = part_colours(spec, look)
    total = sum(datum.value for datum in spec.data)
    ends: list[float] = []
    for datum in spec.data:
        ends.append((ends[-1] if ends else 0.0) + datum.value / total * 1000)
    paths: list[list[tuple[str, float, float]]] = [[] for _ in colours]
    for strand in range(1000):
        column, row, k = strand // 100, strand // 10 % 10, strand % 10
        x, y = rect.x + column * block, rect.y + side - (row + 1) * block
        across = (k + 0.5) * block / TENTHS
        part = next((i for i, end in enumerate(ends) if strand + 0.5 <= end), len(ends) - 1)
        if (column + row) % 2 == 0:
            leg = [("M", x + across, y + gap), ("L", x + across, y + block - gap)]
        else:
            leg = [("M", x + gap, y + block - across), ("L", x + block - gap, y + block - across)]
        paths[part] += leg
    weight = block / TENTHS * 0.72
    marks = tuple(
        DrawnPath(tuple(path), stroke=Stroke(colour, weight))
        for path, colour in zip(paths, colours, strict=True)
        if path
    )
    return Drawing(marks)


DRAWERS: Mapping[str, Callable[[ChartSpec, Rect, ChartLook], Drawing]] = MappingProxyType(
    {
        "units": _units,
        "cells": _cells,
        "rings": _rings,
        "dial": _dial,
        "threshold": _threshold,
        "waffle": _waffle,
    }
)
