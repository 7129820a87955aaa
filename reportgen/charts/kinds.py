"""Every chart kind."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType

from reportgen.charts import cells, doughnut
from reportgen.charts.record import ChartKind
from reportgen.model.chart import ChartSpec

# In the order in which lists of them are shown; each has its module here, whose KIND is its record.
NAMES = (
    "bars",
    "columns",
    "grouped",
    "line",
    "stacked",
    "doughnut",
    "waffle",
    "cells",
    "rings",
    "units",
    "dial",
    "threshold",
    "level",
)
RECORDS: tuple[ChartKind, ...] = tuple(import_module(f"reportgen.charts.{name}").KIND for name in NAMES)
KINDS: Mapping[str, ChartKind] = MappingProxyType({kind.name: kind for kind in RECORDS})
OF_PARTS, OF_A_SHARE = doughnut.KIND.name, cells.KIND.name  # what a deck draws without being asked


def kind_of(spec: ChartSpec) -> ChartKind:
    """The record of the specification's kind."""
    return KINDS[spec.kind]


def deck_kind(spec: ChartSpec) -> str:
    """The kind a deck shows the specification as: its own, or one that reads better on a screen."""
    becomes = kind_of(spec).slide.becomes
    return becomes(spec) if becomes else spec.kind
