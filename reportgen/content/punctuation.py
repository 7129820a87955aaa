"""Half-width punctuation between Chinese characters: found, and mended on request."""

from __future__ import annotations

import re
from collections.abc import Iterator

FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。"}
HAN = "\u3400-\u9fff\U00020000-\U0003ffff"
CHINESE = f"[{HAN}“”‘’（）《》]"
MARK = re.compile(f"(?<={CHINESE})[,;:?!](?=[{HAN}“‘（《]|\\s|$)|(?<=[{HAN}”）])\\.(?=\\s|$)", re.MULTILINE)
BRACKETS = re.compile(f"\\((?=[{HAN}“])([^()\\n]*)\\)")
PROTECTED = re.compile(r"\{[^{}\n]*\}|https?://\S+|^:::.*$|^---\n.*?^---$", re.MULTILINE | re.DOTALL)


def half_width(source: str) -> Iterator[tuple[int, str, str]]:
    """Offset, mark and its full-width form for each half-width mark between Chinese characters.

    Ratios, times, decimals and English stay; front matter, attributes and addresses are not looked at.
    """
    guarded = PROTECTED.sub(lambda match: "\0" * len(match.group()), source)
    found = [(match.start(), match.group(), FULL[match.group()]) for match in MARK.finditer(guarded)]
    for match in BRACKETS.finditer(guarded):
        found += [(match.start(), "(", "（"), (match.end() - 1, ")", "）")]
    yield from sorted(found)


def fix_punctuation(source: str) -> str:
    """The source with those marks replaced by their full-width forms (GB/T 15834—2011)."""
    characters = list(source)
    for offset, _, full in half_width(source):
        characters[offset] = full
    return "".join(characters)
