"""Characters without ink or width: they ride on the character before them and need no glyph."""

from __future__ import annotations

BREAK_HERE = "\u200b"  # zero-width space (UAX #14 ZW)
JOIN_HERE = "\u2060\ufeff\u200d"  # word joiner, zero-width no-break space, joiner (UAX #14 WJ, ZWJ)
SOFT_HYPHEN = "\u00ad"  # a word may be divided here, and then shows a hyphen (UAX #14 BA)
_OTHERS = "\u200c\u200e\u200f"


def is_rider(char: str) -> bool:
    """Whether the character only marks the one before it: variation selectors, joiners, zero-width space."""
    code = ord(char)
    return (
        char in BREAK_HERE
        or char in JOIN_HERE
        or char in SOFT_HYPHEN
        or char in _OTHERS
        or 0xFE00 <= code <= 0xFE0F
        or 0xE0100 <= code <= 0xE01EF
    )
