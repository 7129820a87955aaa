"""What word processors and other formats leave in a text: found, with what should stand there instead.

Headings as Word numbers them, full-width number signs, HTML entities, backslashes before punctuation.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from msgspec import Struct

from reportgen.content.comments import blanked, comments
from reportgen.content.problems import Problems
from reportgen.content.source import Source

FRONT = re.compile(r"\A-{3,}[ \t]*\n.*?^-{3,}[ \t]*$", re.MULTILINE | re.DOTALL)
BOX = re.compile(r"^[ \t]*:::[ \t]*\S.*?^[ \t]*:::+[ \t]*$", re.MULTILINE | re.DOTALL)
ENTITY = re.compile(r"&(?:[A-Za-z]{2,10}\d{0,2}|#\d{1,6}|#[xX][0-9A-Fa-f]{1,6});")
ESCAPE = re.compile(r"\\([!\"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~])")
NUMBERED = "[一二三四五六七八九十]{1,3}"
FIRST = re.compile(rf"^[ \t\u3000]*{NUMBERED}、(?!{NUMBERED}[、和])([^。！？；\n]{{1,40}})$", re.MULTILINE)
SECOND = re.compile(rf"^[ \t\u3000]*(?:[（(]{NUMBERED}[）)]、?)([^。！？；\n]{{1,40}})$", re.MULTILINE)
WIDE = re.compile(r"^[ \t\u3000]*(#*＃[#＃]*)[ \t\u3000]*(.*)$", re.MULTILINE)
HEADING = re.compile(r"^#[ \t]", re.MULTILINE)
NO_HEADING = "，、：:—"  # what a heading does not end with


class Leftover(Struct, frozen=True):
    """Where it stands in the text, what it is, and what should stand there."""

    start: int
    end: int
    zh: str
    en: str
    corrected: str


def leftovers(text: str) -> tuple[Leftover, ...]:
    """Every one in the order of the text; the head, comments and containers are not looked at."""
    prose = _prose(text)
    return tuple(sorted((*_headings(prose), *_signs(prose)), key=lambda found: found.start))


def tell_leftovers(source: Source, problems: Problems) -> None:
    """An error for each, with the corrected line as its hint."""
    for found in leftovers(source.text):
        hint = (
            f"写作 {found.corrected or '（空）'}；check --fix 可改正",
            f"write {found.corrected or '(nothing)'}; check --fix corrects it",
        )
        problems.add(source.place(found.start), found.zh, found.en, hint)


def fix_leftovers(text: str) -> tuple[str, int]:
    """The text with all of them corrected, and how many there were; a heading gets empty lines around it."""
    found = leftovers(text)
    for one in reversed(found):
        corrected = one.corrected
        if corrected.startswith(("# ", "## ")):
            corrected = _apart(text, one)
        text = text[: one.start] + corrected + text[one.end :]
    return text, len(found)


def _apart(text: str, found: Leftover) -> str:
    before = "" if text[: found.start].endswith("\n\n") or not found.start else "\n"
    after = "" if text.startswith("\n\n", found.end) or not text[found.end :].strip() else "\n"
    return f"{before}{found.corrected}{after}"


def _prose(text: str) -> str:
    """The text with everything blanked in which such lines mean something else."""

    def blank(match: re.Match[str]) -> str:
        return re.sub(r"[^\n]", "\0", match.group())

    outside = FRONT.sub(blank, text, count=1)
    return BOX.sub(blank, blanked(outside, comments(outside), "\0"))


def _headings(text: str) -> Iterator[Leftover]:
    for match in FIRST.finditer(text):
        if match[1][-1] not in NO_HEADING:
            yield _heading(match, f"# {match[1].strip()}")
    firsts = [match.start() for pattern in (HEADING, FIRST, WIDE) for match in pattern.finditer(text)]
    for match in SECOND.finditer(text):
        if match[1][-1] not in NO_HEADING:
            level = "##" if firsts and min(firsts) < match.start() else "#"
            yield _heading(match, f"{level} {match[1].strip()}")
    for match in WIDE.finditer(text):
        corrected = f"{match[1].replace('＃', '#')} {match[2].strip()}"
        yield Leftover(
            match.start(1), match.end(), "这些井号是全角的", "these number signs are full-width", corrected
        )


def _heading(match: re.Match[str], corrected: str) -> Leftover:
    start = match.start() + len(match.group()) - len(match.group().lstrip())
    zh = f"“{match.group().strip()}”像是标题，却写成了正文"
    en = f"'{match.group().strip()}' looks like a heading written as text"
    return Leftover(start, match.end(), zh, en, corrected)


def _signs(text: str) -> Iterator[Leftover]:
    for match in ENTITY.finditer(text):
        seen = html.unescape(match.group()).replace("\u00a0", " ")
        if seen != match.group():
            zh, en = f"正文里有网页代码“{match.group()}”", f"'{match.group()}' is code of a web page"
            yield Leftover(match.start(), match.end(), zh, en, seen if seen.strip() else " ")
    for match in ESCAPE.finditer(text):
        zh, en = (
            f"“{match.group()}”里的反斜杠会印出来",
            f"the backslash of '{match.group()}' would be printed",
        )
        yield Leftover(match.start(), match.end(), zh, en, match[1])
