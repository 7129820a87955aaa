"""Questions every drawing asks of its specification."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reportgen.model.chart import ChartSpec, Datum
from reportgen.model.theme import Colour, SectionRole, Theme

LONG_LABEL = 6  # characters; longer labels stand above their bar


def ranked(spec: ChartSpec) -> tuple[int, ...]:
    """Indices of the data from the largest value down; equals keep the author's order."""
    return tuple(sorted(range(len(spec.data)), key=lambda i: -spec.data[i].value))


def highlighted(spec: ChartSpec) -> int:
    """Index of the datum that takes the accent: the author's, else the (first) largest.

    A fall is accented only where all fall: then the deepest.
    """
    if spec.highlight is not None and 0 <= spec.highlight < len(spec.data):
        return spec.highlight
    values = [datum.value for datum in spec.data]
    return values.index(min(values) if max(values) < 0 else max(values))


def extent(spec: ChartSpec) -> tuple[float, float]:
    """The lowest and the highest value, and zero, which all bars start from."""
    values = [datum.value for datum in counted(spec)]
    return min(0.0, *values), max(1e-12, *values)


def diverges(spec: ChartSpec) -> bool:
    """Whether any value lies below zero, so that the drawing has two sides."""
    return any(datum.value < 0 for datum in counted(spec))


def room_at_ends(spec: ChartSpec, room: Callable[[Datum], float]) -> tuple[float, float]:
    """The most that values take beyond the ends of what lies below zero, and of the rest; 0 for none."""
    falls = [room(datum) for datum in counted(spec) if datum.value < 0]
    others = [room(datum) for datum in counted(spec) if datum.value >= 0]
    return max(falls, default=0.0), max(others, default=0.0)


def subject(spec: ChartSpec) -> int:
    """Index of the series that takes the accent: the author's, else the last (the latest)."""
    if spec.highlight is not None and 0 <= spec.highlight < len(spec.series):
        return spec.highlight
    return len(spec.series) - 1


def series_colours(spec: ChartSpec, role: SectionRole, theme: Theme) -> tuple[Colour, ...]:
    """Colours of several series of bars on a slide: the subject in the accent, the others mid and soft in turn."""
    main = subject(spec)
    others = (role.mid, role.soft)
    return tuple(
        role.accent if i == main else others[(i - (i > main)) % len(others)] for i in range(len(spec.series))
    )


def labels_above(spec: ChartSpec) -> bool:
    """Whether the labels of horizontal bars stand above them."""
    return any(len(datum.label) > LONG_LABEL for datum in spec.data)


def counted(spec: ChartSpec) -> tuple[Datum, ...]:
    """All data of all series, one after the other."""
    return tuple(datum for series in spec.series for datum in series.data)


def longest(spec: ChartSpec) -> tuple[Datum, ...]:
    """The data of the series with the most (the first of equals): its labels name groups and times."""
    return max(spec.series, key=lambda series: len(series.data)).data


def turning_points(data: tuple[Datum, ...]) -> tuple[int, int, int]:
    """The last, the highest and the lowest point, whose values are always printed."""
    values = [datum.value for datum in data]
    return len(data) - 1, values.index(max(values)), values.index(min(values))


def keyed(spec: ChartSpec) -> Iterator[tuple[str, int, int, Datum]]:
    """Key, series, position and datum; the key names its artists: the figure's id, else the place."""
    seen: dict[str, int] = {}
    for s, series in enumerate(spec.series):
        for i, datum in enumerate(series.data):
            key = datum.figure or f"{s}.{i}"
            seen[key] = seen.get(key, 0) + 1
            yield (key if seen[key] == 1 else f"{key}.{seen[key]}"), s, i, datum


def keys(spec: ChartSpec) -> tuple[str, ...]:
    """The keys of :func:`keyed` alone, series after series."""
    return tuple(key for key, *_ in keyed(spec))


def unit_beside(spec: ChartSpec, datum: Datum) -> str:
    """The unit to print beside a value: none where the unit line above the drawing says it."""
    return "" if datum.unit == spec.unit else datum.unit
