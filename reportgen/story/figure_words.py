"""What a figure is called where it is shown alone, and the words its number is shown with."""

from __future__ import annotations

import re

from reportgen.model.report import Figure
from reportgen.story.titles import GAP

NAMES_CHANGE = "(?:幅度|率|额|量|数)?$"  # what may follow its word at the end of a label
RATES = {-1: re.compile("[降跌减缩]幅$|[降减]低?率$"), 1: re.compile("[增涨升]幅$|增速$|增长率$")}


def label_of(figure: Figure) -> str:
    """The label behind its series, with its time: 救灾资金　省财政（截至2024年）."""
    return _series(figure) + bare_label(figure)


def needs_series(figure: Figure) -> bool:
    """Whether the label alone leaves out what the author says is measured: 省财政 of 救灾资金."""
    return bool(figure.series) and figure.series not in figure.label


def bare_label(figure: Figure) -> str:
    """The label, with the author's unit where the text itself gives none (ratios), and its time."""
    unit = f"（{figure.unit}）" if figure.unit and not figure.quantity.unit else ""
    return figure.label + unit + _time(figure)


def measured(figure: Figure, unit: str) -> str:
    """The label in full with a unit in brackets, for numbers that stand without theirs; empty: no unit."""
    return _series(figure) + figure.label + (f"（{unit}）" if unit else "") + _time(figure)


def _series(figure: Figure) -> str:
    return f"{figure.series}{GAP}" if needs_series(figure) else ""


def _time(figure: Figure) -> str:
    time = time_words(figure)
    return f"（{time}）" if time else ""


def time_words(figure: Figure) -> str:
    """截至2024年 of a stock, 2024年 of a flow; empty where the author gives no time."""
    return f"截至{figure.asof}" if figure.asof else figure.period


def before_numeral(figure: Figure) -> str:
    """What stands before the number: its qualifier, behind the word that says which way it goes (下降, 零下, 高于全省).

    The word is left out where qualifier or number say it, of a level that is no negative one (降至5.2%),
    and where the label does.
    """
    quantity = figure.quantity
    if quantity.is_amount or quantity.says_direction or _label_says(figure):
        return quantity.qualifier
    return quantity.word + quantity.qualifier


def _label_says(figure: Figure) -> bool:
    """The label or series ends in the very word, or names the change as a rate that the clause does not speak of.

    外转费用降幅 of 外转费用下降[5.6%] does; of 降幅收窄[5.3个百分点] it names what changes, not which way.
    """
    quantity = figure.quantity
    word = re.compile(re.escape(quantity.word) + NAMES_CHANGE)
    if word.search(figure.label) or word.search(figure.series):
        return True
    rate = RATES[quantity.sign].search(figure.label)
    return rate is not None and not quantity.points and rate.group() not in figure.clause


def value_words(figure: Figure) -> str:
    """The value on one line: direction, qualifier, numeral, unit and what follows it."""
    return before_numeral(figure) + figure.numeral + figure.quantity.unit + figure.quantity.suffix


def full_label(figure: Figure) -> str:
    """The label with series and status, for a list of every figure."""
    return label_of(figure) + (f"{GAP}{figure.status}" if figure.status else "")


def parts_said(figure: Figure) -> str:
    """A ratio's parts with their values in words, the smallest first."""
    names = figure.parts or ("",) * len(figure.quantity.values)
    parts = sorted(zip(figure.quantity.values, figure.quantity.numerals, names, strict=True))
    unit = figure.display_unit
    return "；".join(f"{name} {numeral}{unit}".strip() for _, numeral, name in parts)
