"""Format codes of chart labels: the value printed as the text has it, true still when it is edited."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.model.chart import Datum

PLAIN = re.compile(r"[-−–－]?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?")
MINUS = "−"
SIGNS = MINUS + "+-"  # what a label may show when its value is edited


def number_format(datum: Datum, beside: Sequence[Datum] = ()) -> str:
    """A format code (ECMA-376 part 1, §18.8.31) that prints the datum as the text has it; a literal where none can.

    With a word (下降) or below zero it has a section for values over and one for values under zero, each with
    its own word: the datum's, else the one that the data ``beside`` it have for that side, else the sign.
    """
    plain = PLAIN.fullmatch(datum.text)
    if plain is None or float(plain[0].lstrip("-−–－").replace(",", "")) != abs(datum.value):
        return _literal(datum.said)
    places = f".{'0' * len(plain[2])}" if plain[2] else ""
    code = ("#,##0" if "," in datum.text else "0") + places
    if not datum.word and (datum.value >= 0 or datum.text.startswith("-")):
        return code
    rise = _literal(_word(datum, beside, below=False))
    return f"{rise}{code};{_literal(_word(datum, beside, below=True))}{code}"


def _word(datum: Datum, beside: Sequence[Datum], *, below: bool) -> str:
    """What stands before a value on that side of zero."""
    data = [datum, *beside] if (datum.value < 0) == below else beside
    words = [each.word for each in data if (each.value < 0) == below and each.word]
    return words[0] if words else MINUS if below else ""


def _literal(words: str) -> str:
    plain = words.replace('"', "")
    return f'"{plain}"' if plain else ""
