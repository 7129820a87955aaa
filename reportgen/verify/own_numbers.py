"""Numbers that are the program's own: folios, page references, section numbers, legends of ornaments."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from reportgen.model.report import Report
from reportgen.verify.flat_text import FlatText
from reportgen.verify.numbers_found import Number, stripped

FIXED = re.compile(
    r"（预计(?:\d+小时)?(?:\d+分(?:钟)?)?(?:\d+秒)?）"  # how long a note takes to say
    r"|第\d+页，共\d+页"
    r"|（续\d*）"
    r"|^幻灯片\d+(?=：)"
    r"|一千股经纬，每股千分之一|每块为一[^\d：]*(?=：)|十环等面积，每环一成"
)
MARKS = re.compile(  # what printers are told beside the pages
    r"折\d+|第\d+帖（共\d+帖）[正反]面[\d·/空白]+(?:每张\d份)?|骑马订\d+页|[\d.]+g/m²|爬移[\d.]+mm/叶"
    r"|\w+?\d+×\d+(?:mm)?|\d+×\d+mm|FOGRA\d+"
)
PAGE = re.compile(r"\d{1,4}")
ENTRY = re.compile(r"(?:\d\d)?(\D.*?)(\d{2,3})")  # of the contents: a heading and its page
LEGEND = re.compile(r"(\d{2,3})页：([^，：]+)")  # of an ornament, and the page it stands on
PUNCTUATION = re.compile("[，、：；。\\s]")
PageTexts = Mapping[int, str]  # what the pages of a file show, without blanks and punctuation


class OwnNumbers(Struct, frozen=True):
    """What a report's outputs number: its sections and its pages."""

    title: str
    sections: tuple[str, ...]  # titles, 01 first
    headings: frozenset[str] = frozenset()  # of sections and what they are divided into

    @classmethod
    def of(cls, report: Report) -> OwnNumbers:
        """The furniture of a report's outputs."""
        titles = tuple(stripped(section.title) for section in report.sections)
        parts = (sub.title for section in report.sections for sub in section.subsections)
        return cls(stripped(report.title), titles, frozenset((*titles, *map(stripped, parts))))

    def owns(self, flat: FlatText, number: Number, book: PageTexts) -> bool:
        """Whether a number is part of a fixed phrase, a section's number, a folio or a page reference."""
        line = flat.lines[flat.line_of(number)]
        start = number.start - flat.starts[flat.line_of(number)]
        fixed = MARKS if flat.extract.marks else FIXED
        if any(match.start() <= start < match.end() for match in fixed.finditer(line)):
            return True
        if flat.extract.marks:
            words = line.removesuffix(f"{flat.extract.folios[0]:02d}").removesuffix(
                "…"
            )  # a long title is cut
            return words != line and self.title.startswith(words)
        if start == 0 and (legend := LEGEND.match(line)):
            return legend[2] in book.get(int(legend[1]), "")
        if start and (entry := ENTRY.fullmatch(line)) and entry[1] in self.headings:
            return plain(entry[1]) in book.get(int(entry[2]), "")
        return self._section(line, start) or bool(PAGE.fullmatch(line) and self._page(flat, number, book))

    def _section(self, line: str, start: int) -> bool:
        """01, alone or before its title."""
        return start == 0 and any(
            line in (f"{i:02d}", f"{i:02d}{title}") for i, title in enumerate(self.sections, 1)
        )

    def _page(self, flat: FlatText, number: Number, book: PageTexts) -> bool:
        """A folio is the page's own number; a reference stands beside words that its page shows."""
        at, extract = flat.line_of(number), flat.extract
        page = int(flat.lines[at])
        if page in extract.folios:
            return True
        beside = (*flat.lines[:at], *map(stripped, extract.company))
        told = book.get(page, "")
        named = (words for words in beside if len(words) > 1 or words in self.headings)
        return any(plain(words) in told for words in named if not PAGE.fullmatch(words))


def plain(words: str) -> str:
    """Words without punctuation: headings lose some of it where they are set."""
    return PUNCTUATION.sub("", words)
