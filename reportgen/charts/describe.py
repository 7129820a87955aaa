"""Alternative text: a chart's kind, title and figures in words (WCAG 1.1.1)."""

from __future__ import annotations

from reportgen.charts.kinds import kind_of
from reportgen.errors import Language
from reportgen.model.chart import ChartSpec, Datum, Series


def describe(spec: ChartSpec, language: Language = "zh") -> str:
    """One sentence a screen reader can speak, every figure verbatim and in drawing order."""
    chinese = language == "zh"
    kind = kind_of(spec).label.in_language(language)
    colon, comma, stop, join = ("：", "，", "。", "；") if chinese else (": ", ", ", ". ", "; ")
    head = spec.title
    if spec.unit:
        head += f"{comma}单位{spec.unit}" if chinese else f"{comma}unit {spec.unit}"
    if spec.total is not None:
        head += f"{comma}{'合计' if chinese else 'in all'} {_datum(spec.total, spec.unit)}"
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
