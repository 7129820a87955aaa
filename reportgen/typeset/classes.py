"""Character classes of Chinese typesetting, as data, each with the clause that asks for it."""

from __future__ import annotations

import unicodedata
from enum import IntEnum
from functools import cache


class CharacterClass(IntEnum):
    """What a character (or the touching edge of a word) is to its neighbours."""

    HAN = 0  # ideographs, kana, wide symbols: break on both sides
    OPEN = 1  # opening brackets and quotes, blank left half
    CLOSE = 2  # closing brackets and quotes, blank right half
    COMMA = 3  # ，、；： pause marks
    STOP = 4  # 。？！ sentence ends
    DASH = 5  # —— and ⸺
    ELLIPSIS = 6  # ……
    DOT = 7  # the interpunct between parts of a name
    SLASH = 8  # ／ between alternatives
    CONNECTOR = 9  # ～ and short dashes between ends of a range
    ALNUM = 10  # edge of a word: letter, digit or a sign that reads as one
    LATIN_OPEN = 11  # edge of a word: ( [ {
    LATIN_CLOSE = 12  # edge of a word: ) ] } , . ; : ! ?
    SYMBOL = 13  # edge of a word: any other sign; no Han–Latin space beside it
    SPACE = 14  # U+0020: vanishes at a line's edges
    FIXED_SPACE = 15  # no-break spaces
    WIDE = 16  # full-width forms of ASCII signs (￥ ％ ＋): as HAN, but no Han–Latin space beside them
    NON_STARTER = 17  # repetition marks and small kana: as HAN, but not at a line's start


WORD = frozenset(
    {CharacterClass.ALNUM, CharacterClass.LATIN_OPEN, CharacterClass.LATIN_CLOSE, CharacterClass.SYMBOL}
)  # edges of a Latin word

# (characters, kind, clause)
CLASS_TABLE: tuple[tuple[str, CharacterClass, str], ...] = (
    ("“‘（《〈\u2329【〔「『〖［｛〝", CharacterClass.OPEN, "GB/T 15834—2011 5.1; CLREQ 3.1.1"),
    ("”’）》〉\u232a】〕」』〗］｝〞〟", CharacterClass.CLOSE, "GB/T 15834—2011 5.1; CLREQ 3.1.1"),
    ("，、；：﹐﹑", CharacterClass.COMMA, "GB/T 15834—2011 5.1.1"),
    ("。？！．｡", CharacterClass.STOP, "GB/T 15834—2011 5.1.1"),
    ("—⸺", CharacterClass.DASH, "GB/T 15834—2011 5.1.6"),
    ("…⋯", CharacterClass.ELLIPSIS, "GB/T 15834—2011 5.1.6"),
    ("·‧•・", CharacterClass.DOT, "GB/T 15834—2011 5.1.8"),
    ("／", CharacterClass.SLASH, "GB/T 15834—2011 5.1.9"),
    ("～〜", CharacterClass.CONNECTOR, "GB/T 15834—2011 5.1.7"),
    (
        "‼⁇⁈⁉々〻ゝゞヽヾーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ",
        CharacterClass.NON_STARTER,
        "UAX #14 NS, CJ",
    ),
    (" \u2002\u2003\u2009\u3000", CharacterClass.SPACE, "CLREQ 3.2.2; UAX #14 SP, BA"),
    ("\u00a0\u202f\u2007", CharacterClass.FIXED_SPACE, "UAX #14 GL"),
)

# Marks shared with Latin text; their neighbours decide which script they belong to (CLREQ 3.1.2).
AMBIGUOUS = frozenset("“”‘’—…·•–")

# Signs that read with a number or word, so they take the Han–Latin space (CLREQ 3.2.2).
WORD_SIGNS = frozenset("%‰°$¥€£#@&+*±−′″²³")
LATIN_OPENERS = frozenset("([{<“‘")
LATIN_CLOSERS = frozenset(")]}>,.;:!?”’…")

# Symbol blocks whose glyphs fill the em square in Chinese faces.
WIDE_SYMBOLS = ((0x2100, 0x214F), (0x2160, 0x21FF), (0x2460, 0x27BF), (0x2E80, 0x2FFF))

FULL_WIDTH = (0xFF01, 0xFFE6)

_KINDS = {char: kind for chars, kind, _ in CLASS_TABLE for char in chars}
SPACES = frozenset(char for char, kind in _KINDS.items() if kind is CharacterClass.SPACE)


@cache
def chinese_kind(char: str) -> CharacterClass | None:
    """The class of a character with a cell of its own; None for part of a Latin word."""
    kind = _KINDS.get(char)
    if kind is not None:
        return kind
    code = ord(char)
    if code < 0x2100:
        return None
    if any(first <= code <= last for first, last in WIDE_SYMBOLS):
        return CharacterClass.HAN
    if unicodedata.east_asian_width(char) not in "WF":
        return None
    return CharacterClass.WIDE if FULL_WIDTH[0] <= code <= FULL_WIDTH[1] else CharacterClass.HAN


def word_edges(word: str) -> tuple[CharacterClass, CharacterClass]:
    """The classes of a Latin word's two ends; a slash by itself separates Chinese alternatives."""
    return (
        (CharacterClass.SLASH, CharacterClass.SLASH)
        if word == "/"
        else (edge_kind(word[0]), edge_kind(word[-1]))
    )


def edge_kind(char: str) -> CharacterClass:
    """The class of a Latin word's first or last character, seen from outside."""
    if char in LATIN_OPENERS:
        return CharacterClass.LATIN_OPEN
    if char in LATIN_CLOSERS:
        return CharacterClass.LATIN_CLOSE
    if char in WORD_SIGNS or unicodedata.category(char)[0] in "LNM":
        return CharacterClass.ALNUM
    return CharacterClass.SYMBOL
