"""Sizes charts have on slides (D-17)."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.charts.lettering import Lettering
from reportgen.charts.style import value_face, value_size
from reportgen.model.chart import ChartSpec

VALUE, NARROW_VALUE, SMALL_VALUE = 40.0, 32.0, 24.0
LABEL, COLUMN_LABEL = 20.0, 24.0
WORDS = 18.0
SMALLEST = 12.0
NARROW = 300.0  # points; a narrower chart has smaller values
MANY = 6  # more values are set smaller
AXIS = 1.5
HATCH = 7.0  # points between the lines of an open end
SHRINK = 0.9


def value_start(spec: ChartSpec, width: float) -> float:
    """The size values are set in where they have room."""
    worded = any(datum.word for series in spec.series for datum in series.data)
    if worded or len(spec.data) * len(spec.series) > MANY:
        return SMALL_VALUE
    return VALUE if width >= NARROW else NARROW_VALUE


def fitting(texts: Iterable[str], room: float, size: float, letters: Lettering) -> float:
    """The size, or the largest below it at which each value stands in the room; at least 12 pt."""
    while size > SMALLEST and any(printed(text, size, letters) > room for text in texts):
        size *= SHRINK
    return size


def printed(text: str, size: float, letters: Lettering) -> float:
    """Points a value takes in numerals of that size."""
    return letters.measure(value_face(text), value_size(text, size), text)
