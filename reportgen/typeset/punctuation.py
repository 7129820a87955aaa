"""The gap between two cells: its natural width, how far it gives, and whether a line may end there."""

from __future__ import annotations

from typing import NamedTuple

from reportgen.typeset.cells import Cell
from reportgen.typeset.classes import WORD, CharacterClass

FREE = 0.0
NEVER = float("inf")
HAN_LATIN = 0.125  # em (T-12; CSS text-autospace)
HAN_LATIN_MOST = 0.25  # em, the clause's ceiling, reached before other gaps open
WORD_SPACE_MOST = 0.5  # em (T-11)
WORD_SPACE_LEAST = 0.25  # em (T-10)

IDEOGRAPHS = frozenset({CharacterClass.HAN, CharacterClass.NON_STARTER})
MARKS_AFTER = frozenset({CharacterClass.CLOSE, CharacterClass.COMMA, CharacterClass.STOP})

# Not at a line's start (T-01), by the strict level (T-03), nor at its end (T-02).
NOT_AT_START = frozenset(
    {
        CharacterClass.CLOSE, CharacterClass.COMMA, CharacterClass.STOP, CharacterClass.DOT, CharacterClass.SLASH, CharacterClass.CONNECTOR, CharacterClass.LATIN_CLOSE, CharacterClass.SPACE,
        CharacterClass.FIXED_SPACE, CharacterClass.NON_STARTER,
    }
)  # fmt: skip
STRICTLY_NOT_AT_START = frozenset({CharacterClass.DASH, CharacterClass.ELLIPSIS})
NOT_AT_END = frozenset(
    {CharacterClass.OPEN, CharacterClass.LATIN_OPEN, CharacterClass.SLASH, CharacterClass.FIXED_SPACE}
)
# Gaps that never open when a line is stretched (T-04, T-11).
RIGID = frozenset(
    {
        CharacterClass.DASH,
        CharacterClass.ELLIPSIS,
        CharacterClass.SLASH,
        CharacterClass.CONNECTOR,
        CharacterClass.FIXED_SPACE,
    }
)


class Gap(NamedTuple):
    """The space before a cell, in points.

    ``natural`` is negative where two marks share a blank. ``early``: stretch that is used first;
    ``weight``: share in the even stretch (the size, or 0); ``letters``: share in the tracking of Latin
    words (the size inside one, else 0); ``spaces``, ``brackets``, ``commas``, ``stops``: shrink in the
    order it is used. ``penalty`` is the price of ending a line here.
    """

    natural: float
    early: float
    weight: float
    letters: float
    spaces: float
    brackets: float
    commas: float
    stops: float
    penalty: float

    def priced(self, penalty: float) -> Gap:
        """The gap with that price of a line end."""
        return self if penalty == self.penalty else Gap(*self[:-1], penalty)


def gap(left: Cell, right: Cell, *, strict: bool = True) -> Gap:
    """The gap between two neighbours on a line; ``strict``: dashes and ellipses begin no line."""
    a, b = left.last, right.first
    size = left.size
    closed = _shared_blank(left, right)
    natural, early = left.tracking - closed, 0.0
    if (a in IDEOGRAPHS and b is CharacterClass.ALNUM) or (a is CharacterClass.ALNUM and b in IDEOGRAPHS):
        smaller = min(size, right.size)  # a small unit is set close to its large numeral
        natural += HAN_LATIN * smaller
        early = (HAN_LATIN_MOST - HAN_LATIN) * smaller
    if a is CharacterClass.SPACE:
        early = max(0.0, WORD_SPACE_MOST * size - left.width)
    shrink = _shrink(left, right, closed)
    inside_word = a in WORD and b in WORD
    weight = (
        0.0 if a in RIGID or b in RIGID or b is CharacterClass.SPACE or inside_word else size
    )  # a space grows once
    return Gap(natural, early, weight, size if inside_word else 0.0, *shrink, _penalty(a, b, strict=strict))


def _shared_blank(left: Cell, right: Cell) -> float:
    """Half an em taken out between two marks of which one is a bracket (T-05) or an interpunct."""
    a, b = left.last, right.first
    if a in MARKS_AFTER and b is CharacterClass.OPEN:
        return min(left.after, right.before)
    if b is CharacterClass.OPEN and a in (CharacterClass.OPEN, CharacterClass.DOT):
        return right.before
    if a is CharacterClass.CLOSE and (b in MARKS_AFTER or b is CharacterClass.DOT):
        return left.after
    if a in MARKS_AFTER and b in (CharacterClass.CLOSE, CharacterClass.SPACE):
        return left.after
    return 0.0


def _shrink(left: Cell, right: Cell, closed: float) -> tuple[float, float, float, float]:
    """What the blanks still give, by the squeeze order of T-10: word spaces, brackets, pauses, stops."""
    spaces = brackets = commas = stops = 0.0
    a = left.last
    if closed:
        rest = left.after + right.before - closed
        return (
            0.0,
            0.0,
            0.0,
            max(0.0, rest) if a in MARKS_AFTER and right.first is CharacterClass.OPEN else 0.0,
        )
    if a is CharacterClass.CLOSE:
        brackets = left.after
    elif a is CharacterClass.COMMA:
        commas = left.after
    elif a is CharacterClass.STOP:
        stops = left.after
    elif a is CharacterClass.SPACE:
        spaces = max(0.0, left.width - WORD_SPACE_LEAST * left.size)
    return spaces, brackets + right.before, commas, stops


def _penalty(a: CharacterClass, b: CharacterClass, *, strict: bool) -> float:
    """Whether a line may end between these classes."""
    if b in NOT_AT_START or a in NOT_AT_END or (strict and b in STRICTLY_NOT_AT_START):
        return NEVER
    if a is CharacterClass.SPACE:
        return FREE
    if a in WORD and b in WORD:
        return NEVER
    return FREE
