"""Characters without ink or width: they follow the character before them and need no glyph."""

from __future__ import annotations

BREAK_HERE = "\u200b"  # zero-width space (UAX #14 ZW)
JOIN_HERE = "\u2060\ufeff\u200d"  # word joiner, zero-width no-break space, joiner (UAX #14 WJ, ZWJ)
SOFT_HYPHEN = "\u00ad"  # a word may be divided here, and then shows a hyphen (UAX #14 BA)
OTHERS = "\u200c\u200e\u200f"
SELECTORS = (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))
RIDERS = frozenset((*BREAK_HERE, *JOIN_HERE, *SOFT_HYPHEN, *OTHERS, *map(chr, SELECTORS)))
