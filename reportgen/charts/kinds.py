"""Every chart kind with the functions that size and draw it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec import Struct

from reportgen.charts import (
    bars,
    cells,
    columns,
    dial,
    doughnut,
    grouped,
    level,
    line,
    rings,
    stacked,
    threshold,
    units,
    waffle,
)
from reportgen.charts.style import Measure
from reportgen.model.chart import ChartKind, ChartSpec

if TYPE_CHECKING:
    from reportgen.charts.board import Board


class Kind(Struct, frozen=True):
    """``height``: points needed at a width and scale, infinite where the width is too small.

    ``draw`` may use the whole board, whose height is at least that.
    """

    height: Callable[[ChartSpec, float, Measure, float], float]
    draw: Callable[[Board, ChartSpec], None]


KINDS: Mapping[ChartKind, Kind] = MappingProxyType(
    {
        "bars": Kind(bars.height, bars.draw),
        "columns": Kind(columns.height, columns.draw),
        "grouped": Kind(grouped.height, grouped.draw),
        "stacked": Kind(stacked.height, stacked.draw),
        "doughnut": Kind(doughnut.height, doughnut.draw),
        "waffle": Kind(waffle.height, waffle.draw),
        "units": Kind(units.height, units.draw),
        "cells": Kind(cells.height, cells.draw),
        "rings": Kind(rings.height, rings.draw),
        "dial": Kind(dial.height, dial.draw),
        "threshold": Kind(threshold.height, threshold.draw),
        "line": Kind(line.height, line.draw),
        "level": Kind(level.height, level.draw),
    }
)
