"""What slides and entries are titled, and the mark of a title that comes again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportgen.model.report import Report, Section, Subsection

COMMA = "，"
GAP = "　"  # between words that share a line
CONTINUED = "（续）"
DIGITS: tuple[str, ...] = ("", *"一二三四五六七八九")

AGENDA = "发布内容"
KEY_NUMBERS = "关键数字"
FOREWORD = "导语"
HONOURS = "荣誉与称号"
OPENING_SECTION, CLOSING_SECTION = "开篇", "荣誉与结语"


def imprint(report: Report) -> tuple[str, ...]:
    """Series and organisation, as far as the report has them: who speaks, and the title of a closing slide."""
    return tuple(words for words in (report.series, report.organisation) if words)


def figures_time(report: Report) -> str:
    """The time of all figures, as the head gives it: 数据截至2025年7月28日18时; empty where it does not."""
    return f"数据截至{report.asof}" if report.asof else ""


def agenda(report: Report, fewest: int = 2) -> tuple[Section, ...]:
    """The sections an agenda lists; none where they are fewer than that: a single one's opening says as much."""
    return report.sections if len(report.sections) >= fewest else ()


def slide_title(sub: Subsection, *, shows_kicker: bool = True) -> str:
    """The title of a subsection's slide: the headline where the slide shows its kicker too, else the title whole."""
    return sub.headline if loose_kicker(sub) and shows_kicker else sub.title


def loose_kicker(sub: Subsection) -> str:
    """The kicker that may stand apart from its headline; a comma makes one sentence of the two."""
    return "" if sub.kicker.endswith(COMMA) else sub.kicker


def shared_title(subs: Iterable[Subsection]) -> str:
    """The title of a slide that neighbours share: their headlines in a row; kickers stand over the columns."""
    return GAP.join(sub.headline for sub in subs)


def entry_title(sub: Subsection) -> str:
    """Kicker and headline on one line, as an entry of a list."""
    kicker = loose_kicker(sub)
    return f"{kicker}{GAP}{sub.headline}" if kicker else sub.title


def short_title(sub: Subsection) -> str:
    """The kicker, else the headline: an entry where there is little room."""
    return sub.kicker.removesuffix(COMMA) or sub.headline


def distinct(titles: Sequence[str]) -> tuple[str, ...]:
    """The titles, one that comes again marked as a continuation: no two slides have the same (X-02)."""
    counts: dict[str, int] = {}
    marked = []
    for title in titles:
        counts[title] = counts.get(title, 0) + 1
        marked.append(title + continuation(counts[title]))
    return tuple(marked)


def continuation(count: int) -> str:
    """（续）, （续二）, （续三） … of a title's second, third, fourth … slide; nothing for the first."""
    if count == 1:
        return ""
    which = _numeral(count - 1) if count > 2 else ""
    return CONTINUED.replace("）", f"{which}）")


def _numeral(number: int) -> str:
    """A number in Chinese; from a hundred on in digits."""
    if number >= 100:
        return str(number)
    tens, ones = divmod(number, 10)
    return (DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + DIGITS[ones]
