"""Characters nobody sees in a text: zero-width ones are taken out, loose accents put onto their letters."""

from __future__ import annotations

import re
import unicodedata

from msgspec import Struct

# zero-width space and joiners (between emoji they draw one sign), direction marks, soft hyphen
ZERO_WIDTH = re.compile(
    "[\u00ad\u180e\u200b\u200c\u200e\u200f\u2060]|(?<![\U0001f000-\U0001faff\ufe0f])\u200d|\u200d(?![\U0001f000-\U0001faff\u2600-\u27bf])"
)
ACCENTED = re.compile("[A-Za-z\u00c0-\u024f][\u0300-\u036f]+")
INVISIBLE = re.compile(f"{ZERO_WIDTH.pattern}|{ACCENTED.pattern}")


class Dropped(Struct, frozen=True):
    """A character of the file that the text is read without, and the text's offset behind it."""

    offset: int
    char: str

    @property
    def accent(self) -> bool:
        return unicodedata.combining(self.char) > 0


def without_invisible(text: str) -> tuple[str, tuple[Dropped, ...]]:
    """The text without them, and what was dropped before which offset of the result."""
    pieces, dropped, at, length = list[str](), list[Dropped](), 0, 0
    for match in INVISIBLE.finditer(text):
        seen = "" if ZERO_WIDTH.fullmatch(match.group()) else unicodedata.normalize("NFC", match.group())
        pieces += [text[at : match.start()], seen]
        length += match.start() - at + len(seen)
        dropped += [Dropped(length, char) for char in match.group()[len(seen) :]]
        at = match.end()
    return "".join((*pieces, text[at:])), tuple(dropped)
