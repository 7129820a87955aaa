"""A time as its author writes it, 2025-06-30, 2025上半年 or 7月28日18时, in the words it is printed in."""

from __future__ import annotations

import re
from datetime import date

LEAP_YEAR = 2024  # for days without a year: 29 February is one
NUMERALS = dict(zip("1234", "一二三四", strict=True))
_PART = r"(?P<part>上半年|下半年|前三季度|第?[一二三四1-4]季度|[Qq][1-4])"
_CLOCK = r"(?P<hour>\d{1,2})(?:[时点]|[:：](?=\d\d))(?:(?P<minute>\d{1,2})分?)?"
_FIGURES = re.compile(
    rf"(?P<year>\d{{4}})(?:[-/.](?P<month>\d{{1,2}})(?:[-/.](?P<day>\d{{1,2}})(?:[ T　]*{_CLOCK})?)?)?"
)
_WORDS = re.compile(
    rf"(?=.{{2}})(?:(?P<year>\d{{4}})(?:年|(?=\D|$)))?"
    rf"(?:-?{_PART}|(?P<month>\d{{1,2}})月份?(?:(?P<day>\d{{1,2}})[日号](?:\s*{_CLOCK})?)?)?(?P<end>[末底初])?"
)
_DASH = r"[—–\-－~～至到]{1,2}"
_SPANS = (
    re.compile(rf"(?P<first>\d{{4}})年?{_DASH}(?P<last>\d{{4}})年?"),
    re.compile(rf"(?:\d{{4}}年)?(?P<first>\d{{1,2}})月?{_DASH}(?P<last>\d{{1,2}})月份?"),
    re.compile("[“\"']?十[一二三四五六]五[”\"']?(?:时期|期间|以来)?"),
)
_FROM_TO = re.compile(r"(?P<first>.+?)(?:[—–~～]{1,2}|[至到])(?P<last>.+)")
_DAY_ALONE = re.compile(r"(\d{1,2})[日号](?:\d{1,2}[时点](?:\d{1,2}分)?)?")


def moment(written: str) -> str:
    """The words of a year, half-year, quarter, month, day or time of day: 2025-06 → 2025年6月; empty for no time."""
    found = _FIGURES.fullmatch(written) or _WORDS.fullmatch(written)
    if found is None or not _exists(found.groupdict()):
        return ""
    parts: dict[str, str] = {key: value or "" for key, value in found.groupdict().items()}
    marks = (("year", "年"), ("part", ""), ("month", "月"), ("day", "日"), ("hour", "时"))
    words = "".join(_plain(parts.get(key, "")) + mark for key, mark in marks if parts.get(key))
    minute = int(parts["minute"] or 0)
    return words + (f"{minute}分" if minute else "") + parts.get("end", "")


def period(written: str) -> str:
    """The words of a stretch of time: what :func:`moment` reads, 1—5月, 2021—2025年, 26日8时至28日16时; else empty."""
    if words := moment(written):
        return words
    found = next((match for span in _SPANS if (match := span.fullmatch(written))), None)
    if found is not None:
        words = written + ("年" if written[-1].isdigit() else "")
        return words if _in_order(found.groupdict()) else ""
    ends = _FROM_TO.fullmatch(written)
    known = ends and all(moment(end) or _DAY_ALONE.fullmatch(end) for end in ends.groups())
    return written if known else ""


def _in_order(span: dict[str, str | None]) -> bool:
    first, last = span.get("first"), span.get("last")
    return not (first and last) or (int(first) < int(last) and (len(last) == len("2025") or int(last) <= 12))


def _plain(number: str) -> str:
    """Without leading zeros; Q1 as 一季度."""
    if number[:1] in ("Q", "q"):
        return f"{NUMERALS[number[1]]}季度"
    return str(int(number)) if number.isdigit() else number


def _exists(parts: dict[str, str | None]) -> bool:
    """Whether calendar and clock have it."""
    year, month, day, hour, minute = (
        int(parts[key] or default)
        for key, default in (("year", LEAP_YEAR), ("month", 1), ("day", 1), ("hour", 0), ("minute", 0))
    )
    try:
        date(year, month, day)
    except ValueError:
        return False
    return hour * 60 + minute <= 24 * 60 and minute < 60
