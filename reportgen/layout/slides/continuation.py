"""The mark of a title that comes again on a further slide: no two slides have the same title (X-02)."""

from __future__ import annotations

from reportgen.layout.parts.labels import CONTINUED

DIGITS: tuple[str, ...] = ("", *"一二三四五六七八九")


def continuation(count: int) -> str:
    """（续）, （续二）, （续三） … of a title's second, third, fourth … slide."""
    which = _numeral(count - 1) if count > 2 else ""
    return CONTINUED.replace("）", f"{which}）")


def _numeral(number: int) -> str:
    """A number in Chinese; from a hundred on in digits."""
    if number >= 100:
        return str(number)
    tens, ones = divmod(number, 10)
    return (DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + DIGITS[ones]
