"""The typographic choices of a theme: its ``[typography]`` table."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.errors import Message, Place, Problem
from reportgen.model.theme import Typography

WIDEST_INDENT = 4.0  # em


def read_typography(entry: object, place: Place, problems: list[Problem]) -> Typography:
    """The table's values over the defaults; what is wrong with it is added to the problems."""
    if not isinstance(entry, Mapping):
        problems.append(_fault(place, "typography 应为一个表", "typography must be a table"))
        return Typography()
    default = Typography()
    indent, strict = entry.get("indent", default.indent), entry.get("strict", default.strict)
    for key in sorted(entry.keys() - {"indent", "strict"}):
        problems.append(_fault(place, f"[typography] 里没有“{key}”", f"[typography] has no '{key}'"))
    if type(indent) not in (int, float) or not 0 <= indent <= WIDEST_INDENT:
        zh, en = "indent 应为 0 到 4 之间的数（字宽）", "indent must be a number of em from 0 to 4"
        problems.append(_fault(place, zh, en))
    elif type(strict) is not bool:
        problems.append(_fault(place, "strict 应为 true 或 false", "strict must be true or false"))
    else:
        return Typography(float(indent), strict)
    return default


def _fault(place: Place, zh: str, en: str) -> Problem:
    hint = Message("可用：indent = 2、strict = true", "available: indent = 2, strict = true")
    return Problem(Message(zh, en), place, hint)
