"""What the clause round a marked number says of its direction: 同比下降[5.6%], 比上年减少了[2.1万头]."""

from __future__ import annotations

import re

from msgspec.structs import replace

from reportgen.content.directions import Motion, motion, motion_behind, takes_object, undirected, with_object
from reportgen.content.number_forms import NUMBER
from reportgen.content.quantity import in_motion, written_change
from reportgen.model.quantity import Direction, Quantity

GIVEN: dict[str, Direction] = {"rise": "rise", "fall": "fall", "level": "level"}  # direction= of a mark
_BESIDE = re.compile(rf"{NUMBER}([^\d，、；。]{{0,12}}?)(?:左右|以上|以下|以内)?[、和与及]$")

_COUNTED = re.compile("[十百千万亿]*[个项家条所座处件部台套批类种名位户只栋幢间支段片块张份]")
_NOUN = re.compile(r"(?![的了以左和与至或及])[\u4e00-\u9fff]")


def in_clause(quantity: Quantity, before: str, after: str) -> Quantity:
    """The quantity with the direction its clause gives it: the words before it, or 的增长 behind it."""
    said = (
        motion_behind(after)
        or motion(before + quantity.qualifier)
        or (None if quantity.word else _beside(quantity, before) or written_change(quantity, before))
    )
    if said is None or _is_object(quantity, said, after):
        return quantity
    return in_motion(quantity, said)


def _is_object(quantity: Quantity, said: Motion, after: str) -> bool:
    """加快[12个]项目, 优于二级标准[285天]: what is counted, not by how much."""
    if said.measure == "difference":
        return said.word.startswith(("优于", "好于")) and quantity.unit in ("天", "日")
    counted = _COUNTED.fullmatch(quantity.unit) is not None and _NOUN.match(after) is not None
    return counted and takes_object(said) and said.word not in quantity.qualifier


def _beside(quantity: Quantity, before: str) -> Motion | None:
    """分别增长52.4%、[41.9%]: a number of the same unit beside another is led by the same words."""
    lead = before
    while (match := _BESIDE.search(lead)) and match[1] == quantity.unit:
        lead = lead[: match.start()]
    return motion(lead) if lead != before else None


def given(quantity: Quantity, direction: str, before: str) -> Quantity:
    """The quantity with the direction its author gave it; the verb of the clause is its word."""
    word = quantity.word or with_object(before)
    if direction == "level":
        return replace(quantity, direction="level", measure="level", word=word)
    sign = -1 if direction == "fall" else 1
    return replace(quantity, direction=GIVEN[direction], measure="change", sign=sign, word=word)


def doubt(quantity: Quantity, before: str) -> str:
    """The words that leave the direction open, which the author has to say; empty where there are none."""
    led = before + quantity.qualifier
    said = motion(led)
    if said is not None and said.direction == "fall" and quantity.values[0] < 0:
        return f"{said.word}{quantity.numeral}"
    if quantity.word or quantity.direction:
        return ""
    return led[-6:] if undirected(led) else with_object(led)
