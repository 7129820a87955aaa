"""Alternative text: a chart's kind, title and figures in words (WCAG 1.1.1)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reportgen.errors import Language
from reportgen.model.chart import ChartKind, ChartSpec, Datum, Series

KINDS: Mapping[ChartKind, tuple[str, str]] = MappingProxyType(
    {
        "bars": ("条形图", "Bar chart"),
        "columns": ("柱形图", "Column chart"),
        "grouped": ("分组柱形图", "Grouped column chart"),
        "stacked": ("占比条", "Proportional bar"),
        "doughnut": ("环形图", "Doughnut chart"),
        "waffle": ("编织百格图", "Woven waffle chart"),
        "units": ("单位方格图", "Unit squares"),
        "cells": ("十格图", "Ten cells"),
        "rings": ("十环图", "Ten rings"),
        "dial": ("分钟刻度盘", "Minute dial"),
        "threshold": ("门槛条", "Threshold bar"),
        "line": ("折线图", "Line chart"),
        "level": ("断面示意图", "Section diagram"),
    }
)


def describe(spec: ChartSpec, language: Language = "zh") -> str:
    """One sentence a screen reader can speak, every figure verbatim and in drawing order."""
    chinese = language == "zh"
    kind = KINDS[spec.kind][0 if chinese else 1]
    colon, comma, stop, join = ("：", "，", "。", "；") if chinese else (": ", ", ", ". ", "; ")
    head = spec.title
    if spec.unit:
        head += f"{comma}单位{spec.unit}" if chinese else f"{comma}unit {spec.unit}"
    series = stop.join(_series(each, spec.unit, colon, join) for each in spec.series)
    end = stop if chinese else "."
    return f"{kind}{colon}{head}{stop}{series}{end}" if head else f"{kind}{colon}{series}{end}"


def _series(series: Series, unit: str, colon: str, join: str) -> str:
    data = join.join(_datum(datum, unit) for datum in series.data)
    return f"{series.label}{colon}{data}" if series.label else data


def _datum(datum: Datum, unit: str) -> str:
    value = f"{datum.qualifier}{datum.text}{datum.unit or unit}{datum.suffix}"
    if datum.status:
        value += f"（{datum.status}）"
    return f"{datum.label} {value}" if datum.label else value
