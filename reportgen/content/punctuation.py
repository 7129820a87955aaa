"""Half-width punctuation between Chinese characters: found, and fixed on request."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reportgen.content.comments import blanked, comments

FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。"}
CHINESE_MARKS = "“”‘’（）《》「」『』，。；：！？、…—"
BRACKETS = re.compile(r"\(([^()\n]*)\)")
QUOTES = re.compile(r'"([^"\n]*)"')
LINE = re.compile(r"[^\n]+")
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
    """Offset, mark and its full-width form for each half-width mark between Chinese characters or around them.

    Ratios, times, decimals and English stay; front matter, attributes and addresses are not looked at.
    A mark with Chinese on one side counts when there is no letter or digit on the other (``25%,人``).
    """
    text, found = _guarded(source), list[tuple[int, str, str]]()
    while more := (*_quotes(text), *_brackets(text), *_marks(text)):
        found += more
        text = _with(more, text)  # a mark beside another is judged by what that one should have been
    yield from sorted(found)


def _marks(text: str) -> Iterator[tuple[int, str, str]]:
    return ((at, half, FULL[half]) for at, half in enumerate(text) if half in FULL and _wrong(text, at))


def _brackets(text: str) -> Iterator[tuple[int, str, str]]:
    for match in BRACKETS.finditer(text):
        if any(map(_is_han, match[1])) and _chinese_begins(match[1]):
            yield match.start(), "(", "（"
            yield match.end() - 1, ")", "）"


def _quotes(text: str) -> Iterator[tuple[int, str, str]]:
    """Straight quotes in pairs around Chinese words; single ones inside other quotes."""
    for line in LINE.finditer(text):
        if line.group().count('"') % 2:
            continue  # which of them belong together only the author knows
        for match in QUOTES.finditer(text, line.start(), line.end()):
            if any(map(_is_han, match[1])):
                before = text[line.start() : match.start()]
                inside = before.count("“") > before.count("”")
                first, last = "‘’" if inside else "“”"
                yield match.start(), '"', first
                yield match.end() - 1, '"', last


def fix_punctuation(source: str) -> str:
    """The source with those marks replaced by their full-width forms (GB/T 15834—2011)."""
    return _with(half_width(source), source)


def _with(marks: Iterable[tuple[int, str, str]], text: str) -> str:
    """The text with the full-width forms in place."""
    characters = list(text)
    for offset, _, full in marks:
        characters[offset] = full
    return "".join(characters)


def _guarded(source: str) -> str:
    """The source with everything that is not prose blanked, offsets kept."""

    def blank(match: re.Match[str]) -> str:
        return re.sub(r"[^\n]", NOTHING, match.group())

    prose = FRONT.sub(blank, source, count=1)
    return GUARDED.sub(blank, blanked(prose, comments(prose), NOTHING))


def _wrong(text: str, at: int) -> bool:
    before, after = _neighbour(text, at, -1), _neighbour(text, at, 1)
    chinese_before, chinese_after = _is_chinese(before), _is_chinese(after)
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
    bare = inner.lstrip(SYNTAX)
    return bool(bare) and _is_chinese(bare[0])


def _is_chinese(char: str) -> bool:
    return char in CHINESE_MARKS or _is_han(char)


def _is_han(char: str) -> bool:
    return (
        "\u3400" <= char <= "\u9fff"
        or char == "\u3007"
        or "\uf900" <= char <= "\ufaff"
        or "\U00020000" <= char <= "\U0003ffff"
    )
