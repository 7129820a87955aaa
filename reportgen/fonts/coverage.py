"""Which characters of a text a face shows itself, through another face, or not at all."""

from __future__ import annotations

from msgspec import Struct

from reportgen.fonts.catalogue import Fonts
from reportgen.fonts.riders import RIDERS

UNSET = "\n\r"  # line ends are layout; they have no glyph


class Coverage(Struct, frozen=True):
    """Characters in order of appearance: those set in a fallback face (with its key), those in none."""

    fallback: tuple[tuple[str, str], ...]
    missing: tuple[str, ...]


def coverage(fonts: Fonts, key: str, text: str) -> Coverage:
    """Look every distinct character of the text up in the face of that key and its fallback chain."""
    fallback: list[tuple[str, str]] = []
    missing: list[str] = []
    for char in dict.fromkeys(text):
        if char in UNSET or char in RIDERS:
            continue
        face = fonts.find(key, char)
        if face is None:
            missing.append(char)
        elif face.key != key:
            fallback.append((char, face.key))
    return Coverage(tuple(fallback), tuple(missing))
