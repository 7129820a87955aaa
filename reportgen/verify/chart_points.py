"""The values in a native chart's caches and workbook against the data of the report's charts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportgen.verify.evidence import Datapoint, Seen, Wrong
from reportgen.verify.facts import Facts, Plotted, decimal_of
from reportgen.verify.numbers_found import stripped

HELPER = "名称位置"  # a series without ink that holds the names beside horizontal bars


def chart_seen(points: Iterable[Datapoint], facts: Facts) -> Seen:
    """The figures a chart's values stand for, and the values that are not the report's."""
    found = tuple(points)
    figures: list[str] = []
    faults: list[Wrong] = []
    for point in found:
        if stripped(point.series) == HELPER:
            faults += () if _is_longest(point, found) else (_stranger(point),)
            continue
        meant = _meant(point, facts.points)
        value = decimal_of(point.value)
        right = [each for each in meant if value is not None and abs(value) == abs(each.value)]
        if not right:
            faults.append(_wrong(point, meant, facts))
            continue
        figures += (each.figure for each in right if each.figure)
        faults += _turned(point, right[0], facts)
    return Seen(tuple(dict.fromkeys(figures)), tuple(dict.fromkeys(faults)))


def _is_longest(point: Datapoint, points: Sequence[Datapoint]) -> bool:
    values = [decimal_of(each.value) for each in points if stripped(each.series) != HELPER]
    return decimal_of(point.value) == max((value for value in values if value is not None), default=None)


def _meant(point: Datapoint, points: Sequence[Plotted]) -> tuple[Plotted, ...]:
    """The data of that category, those of the series of that name if there are any."""
    category, series = stripped(point.category), stripped(point.series)
    alike = tuple(each for each in points if each.category == category)
    return tuple(each for each in alike if series in each.series) or alike


def _wrong(point: Datapoint, meant: Sequence[Plotted], facts: Facts) -> Wrong:
    if not meant:
        return _stranger(point)
    expected = facts.written.get(meant[0].figure, str(meant[0].value))
    said = f"{expected}（{meant[0].category}）"
    return Wrong("value", point.value, said, meant[0].figure, _context(point))


def _turned(point: Datapoint, meant: Plotted, facts: Facts) -> Iterator[Wrong]:
    """A value with the other sign: in a chart the side of zero says which way it went."""
    value = decimal_of(point.value)
    true = -abs(meant.value) if meant.direction == "fall" else meant.value
    if value is not None and value != true:
        said = facts.written.get(meant.figure, str(true))
        yield Wrong("sign", point.value, said, meant.figure, _context(point))


def _stranger(point: Datapoint) -> Wrong:
    return Wrong("stranger", point.value, context=_context(point))


def _context(point: Datapoint) -> str:
    return f"{point.series} {point.category} {point.value}"
