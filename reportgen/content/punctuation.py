"""Half-width punctuation between Chinese characters: found, and mended on request."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.content.comments import blanked, comments

FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。"}
HAN = "\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
IS_HAN = re.compile(f"[{HAN}]")
CHINESE = re.compile(f"[{HAN}“”‘’（）《》「」『』，。；：！？、…—]")
BRACKETS = re.compile(r"\(([^()\n]*)\)")
FRONT = re.compile(r"\A-{3,}[ \t]*\n.*?^-{3,}[ \t]*$", re.MULTILINE | re.DOTALL)
GUARDED = re.compile(
    r"""\{(?:[^{}"'\n]|"[^"\n]*"|'[^'\n]*')*\}      # attributes
      | ^[ \t]*:::[^\n]*                            # container lines
      | (?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]{0,15}://[^\s，。；：！？、）”]+   # addresses
      | (?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+
    """,
    re.MULTILINE | re.VERBOSE | re.ASCII,
)
SYNTAX = "[]*"  # marks of Markdown between two characters of the text
NOTHING = "\0"


def half_width(source: str) -> Iterator[tuple[int, str, str]]:
    """Offset, mark and its full-width form for each half-width mark between Chinese characters.

    Ratios, times, decimals and English stay; front matter, attributes and addresses are not looked at.
    A mark with Chinese on one side counts when no letter or digit stands on the other (``25%,人``).
    """
    guarded = _guarded(source)
    found = [
        (at, half, FULL[half]) for at, half in enumerate(guarded) if half in FULL and _wrong(guarded, at)
    ]
    for match in BRACKETS.finditer(guarded):
        if IS_HAN.search(match[1]) and _chinese_begins(match[1]):
            found += [(match.start(), "(", "（"), (match.end() - 1, ")", "）")]
    yield from sorted(found)


def fix_punctuation(source: str) -> str:
    """The source with those marks replaced by their full-width forms (GB/T 15834—2011)."""
    characters = list(source)
    for offset, _, full in half_width(source):
        characters[offset] = full
    return "".join(characters)


def _guarded(source: str) -> str:
    """The source with everything that is no prose blanked, offsets kept."""

    def blank(match: re.Match[str]) -> str:
        return re.sub(r"[^\n]", NOTHING, match.group())

    prose = FRONT.sub(blank, source, count=1)
    return GUARDED.sub(blank, blanked(prose, comments(prose), NOTHING))


def _wrong(text: str, at: int) -> bool:
    before, after = _neighbour(text, at, -1), _neighbour(text, at, 1)
    chinese_before, chinese_after = bool(CHINESE.match(before)), bool(CHINESE.match(after))
    if text[at] == ".":
        return chinese_before and (chinese_after or not after.strip())
    if chinese_before:
        return chinese_after or not after.strip()
    return chinese_after and before in "%‰℃°)]"


def _neighbour(text: str, at: int, step: int) -> str:
    """The nearest character of the text itself; a space where the line or the text ends."""
    at += step
    while 0 <= at < len(text) and (text[at] in SYNTAX or text[at] == NOTHING):
        at += step
    return text[at] if 0 <= at < len(text) else " "


def _chinese_begins(inner: str) -> bool:
    return bool(CHINESE.match(inner.lstrip(SYNTAX)[:1]))
