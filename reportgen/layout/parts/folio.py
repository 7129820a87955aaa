"""How page and section numbers are written."""

from __future__ import annotations


def two_digits(number: int) -> str:
    """Folios and section numbers are written with at least two digits."""
    return f"{number:02d}"
