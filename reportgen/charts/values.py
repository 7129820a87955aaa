"""A printed value: qualifier, numeral, unit and suffix on one baseline."""

from __future__ import annotations

from typing import NamedTuple

from reportgen.charts.lettering import Lettering
from reportgen.charts.style import LABEL, value_face, value_size
from reportgen.model.chart import Datum

SMALLEST = 8.0  # pt, of qualifier and unit


class ValueRun(NamedTuple):
    """A stretch of one face and size; ``part`` is value, qualifier or unit."""

    part: str
    text: str
    face: str
    size: float
    x: float  # from the start of the value


def pieces(datum: Datum, size: float, unit: str, letters: Lettering) -> tuple[tuple[ValueRun, ...], float]:
    """The pieces of a value set in numerals of that size, and their width together."""
    small = max(SMALLEST, 0.42 * size)
    words = (
        ("qualifier", datum.qualifier, LABEL, small),
        ("value", datum.text, value_face(datum.text), value_size(datum.text, size)),
        ("unit", unit + datum.suffix, LABEL, small),
    )
    placed: list[ValueRun] = []
    x = 0.0
    for part, text, face, points in words:
        if text:
            x += 0.08 * size if placed else 0.0
            placed.append(ValueRun(part, text, face, points, x))
            x += letters.measure(face, points, text)
    return tuple(placed), x


def value_width(datum: Datum, size: float, unit: str, letters: Lettering) -> float:
    """Points the printed value takes in numerals of that size."""
    return pieces(datum, size, unit, letters)[1]
