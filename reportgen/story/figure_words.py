"""What a figure is called where it is shown alone: its label, its series, its period."""

from __future__ import annotations

from reportgen.model.report import Figure

SHORT_LABEL = 2  # characters; what is so labelled (城, 乡) needs its series beside it


def label_of(figure: Figure) -> str:
    """The label, behind its series where it says too little alone: 规范管理服务率　高血压."""
    return f"{figure.series}　{bare_label(figure)}" if needs_series(figure) else bare_label(figure)


def needs_series(figure: Figure) -> bool:
    """Whether the label alone names who is measured and not what: a share of whom, or a single word."""
    vague = figure.quantity.kind == "percent" or len(figure.label) <= SHORT_LABEL
    return vague and bool(figure.series) and figure.series not in figure.label


def bare_label(figure: Figure) -> str:
    """The label, with the author's unit where the text itself gives none (ratios)."""
    period = f"（截至{figure.asof}年）" if figure.asof.isdigit() else ""
    unit = f"（{figure.unit}）" if figure.unit and not figure.quantity.unit else ""
    return f"{figure.label}{unit}{period}"


def value_words(figure: Figure) -> str:
    """The value on one line: qualifier, numeral, unit and what follows it."""
    quantity = figure.quantity
    return quantity.qualifier + figure.numeral + quantity.unit + quantity.suffix


def full_label(figure: Figure) -> str:
    """The label with series and status, for a list of every figure."""
    series = f"{figure.series}　" if figure.series and figure.series not in figure.label else ""
    status = f"　{figure.status}" if figure.status else ""
    return series + bare_label(figure) + status


def parts_said(figure: Figure) -> str:
    """A ratio's parts with their values in words, the smallest first."""
    names = figure.parts or ("",) * len(figure.quantity.values)
    parts = sorted(zip(figure.quantity.values, figure.quantity.numerals, names, strict=True))
    unit = figure.display_unit
    return "；".join(f"{name} {numeral}{unit}".strip() for _, numeral, name in parts)
