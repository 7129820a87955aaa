"""How each chart kind is drawn on a slide; every drawing fills its board."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from reportgen.charts.slides.bars import draw_bars
from reportgen.charts.slides.columns import draw_columns
from reportgen.charts.slides.line import draw_line
from reportgen.charts.slides.single import draw_cells, draw_dial, draw_rings, draw_threshold
from reportgen.charts.slides.units import draw_units
from reportgen.charts.slides.whole import draw_doughnut, draw_stacked, draw_waffle
from reportgen.model.chart import ChartKind, ChartSpec

if TYPE_CHECKING:
    from reportgen.charts.board import Board

SLIDE_KINDS: Mapping[ChartKind, Callable[[Board, ChartSpec], None]] = MappingProxyType(
    {
        "bars": draw_bars,
        "columns": draw_columns,
        "grouped": draw_columns,
        "stacked": draw_stacked,
        "doughnut": draw_doughnut,
        "waffle": draw_waffle,
        "units": draw_units,
        "cells": draw_cells,
        "rings": draw_rings,
        "dial": draw_dial,
        "threshold": draw_threshold,
        "line": draw_line,
    }
)
