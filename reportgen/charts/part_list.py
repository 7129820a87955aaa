"""The parts of a whole as rows: swatch, name and value, a hairline between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.charts.lettering import Lettering, widest
from reportgen.charts.reading import keys, unit_beside
from reportgen.charts.style import LABEL
from reportgen.charts.values import value_width
from reportgen.model.chart import ChartSpec

if TYPE_CHECKING:
    from reportgen.charts.pencil import Pencil

VALUE_SIZE, LABEL_SIZE, LEADING = 18.0, 9.0, 1.28
SWATCH, INDENT, PITCH = 7.0, 13.0, 24.0
MOST_LINES = 2
HAIRLINE = 0.5  # pt, tinted


def _names(spec: ChartSpec, width: float, letters: Lettering, k: float) -> tuple[tuple[str, ...], ...] | None:
    """Lines of the names beside the widest value; None where they do not fit."""
    value = max(value_width(d, VALUE_SIZE * k, unit_beside(spec, d), letters) for d in spec.data)
    room = width - value - (INDENT + 8) * k
    size = LABEL_SIZE * k
    names = tuple(letters.broken(LABEL, size, datum.label, room) for datum in spec.data)
    if room < 3 * size or any(widest(n, LABEL, size, letters) > room or len(n) > MOST_LINES for n in names):
        return None
    return names


def _pitch(names: tuple[tuple[str, ...], ...], k: float) -> float:
    lines = max(map(len, names))
    return max(PITCH * k, (lines * LABEL_SIZE * LEADING + 8) * k)


def list_height(spec: ChartSpec, width: float, letters: Lettering, k: float) -> float:
    """Height of the rows, infinite where a name does not fit beside the values."""
    names = _names(spec, width, letters, k)
    return len(names) * _pitch(names, k) if names else float("inf")


def draw_list(pencil: Pencil, spec: ChartSpec, x: float, top: float, width: float) -> None:
    """The rows with their top left at (x, top), values flush right."""
    k, palette = pencil.k, pencil.palette
    names = _names(spec, width, pencil.letters, k)
    assert names is not None
    pitch, colours = _pitch(names, k), pencil.style.parts(len(spec.data))
    for i, (datum, key, lines) in enumerate(zip(spec.data, keys(spec), names, strict=True)):
        y = top + i * pitch
        middle, size = y + pitch / 2, LABEL_SIZE * k
        if i:
            pencil.rule((x, y), (x + width, y), palette.muted, HAIRLINE, "rule")
        pencil.block(x, middle - SWATCH * k / 2, SWATCH * k, SWATCH * k, colours[i])
        first = middle + 0.37 * size - (len(lines) - 1) * size * LEADING / 2
        pencil.lines(x + INDENT * k, first, lines, LABEL, size, palette.label, role=f"label:{key}")
        colour, unit = pencil.style.as_text(colours[i]), unit_beside(spec, datum)
        baseline = middle + 0.34 * VALUE_SIZE * k
        pencil.value(x + width, baseline, datum, key, VALUE_SIZE * k, colour, "right", unit)
