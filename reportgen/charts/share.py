"""A share is a number from 0 to 1, whatever unit it is written in."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeVar

WHOLES = {"%": 100, "％": 100, "‰": 1000, "‱": 10_000, "成": 10}
FloatOrDecimal = TypeVar("FloatOrDecimal", float, Decimal)


def share(value: FloatOrDecimal, unit: str) -> FloatOrDecimal:
    """The part of one whole that a value of that unit is: 60 % is 0.6, 8 成 is 0.8; a bare fraction is itself."""
    return value / WHOLES.get(unit, 1)
