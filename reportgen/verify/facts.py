"""Every value a report states, by its number: what unit, words and labels have to stand beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation

from msgspec import Struct

from reportgen.model.chart import ChartSpec, Datum, Series
from reportgen.model.quantity import Direction
from reportgen.model.report import Chart, DataTable, Figure, Report
from reportgen.verify.direction import direction_of, says
from reportgen.verify.numbers_found import DIGIT_NUMBER, WIDE, Numerals, is_digits, stripped, token_of

SCALE = "\0"  # a label nothing is shown with: the whole chart has to stand around it
LOOSE = "多余来"  # 300多户: part of the numeral in the model, no part of the number here


class Fact(Struct, frozen=True):
    """A value as it may be shown alone. Words are without white space."""

    token: str
    written: str  # the whole numeral: 3亿5000万 of which the token is a part
    unit: str
    labels: tuple[str, ...]
    series: str = ""  # what the labels say too little without
    figure: str = ""  # empty for a table's cell
    loose: str = ""  # 多, 余 right behind the number
    qualifier: str = ""
    suffix: str = ""
    direction: Direction = ""
    word: str = ""  # of the text, which says the direction
    fellows: tuple[str, ...] = ()  # labels of the whole chart it is drawn in
    kin: tuple[str, ...] = ()  # the other values of that chart


class Plotted(Struct, frozen=True):
    """A chart's datum as its cache has to hold it."""

    series: tuple[str, ...]  # names its series may bear
    category: str
    value: Decimal
    figure: str
    direction: Direction


class Facts:
    """A report's values by number, and the data of its charts."""

    def __init__(self, report: Report) -> None:
        figures = {figure.id: figure for figure in report.figures}
        charts = [part.spec for part in report.components() if isinstance(part, Chart)]
        found = [fact for figure in report.figures for fact in _of_figure(figure)]
        found += [fact for spec in charts for fact in _of_chart(spec, figures)]
        found += [fact for table in report.tables for fact in _of_table(table)]
        self.by_number: dict[str, list[Fact]] = {}
        for fact in dict.fromkeys(found):
            self.by_number.setdefault(fact.token, []).append(fact)
        self.all = tuple(dict.fromkeys(found))
        drawn = (*(_points(spec, figures) for spec in charts), *map(_parts, report.figures))
        self.points = tuple(point for points in drawn for point in points)
        self.rows: dict[str, list[tuple[str, ...]]] = {}
        for row in (tuple(map(stripped, row)) for table in report.tables for row in table.rows):
            self.rows.setdefault(row[0], []).append(row)
        self.labels = frozenset(label for fact in self.all for label in fact.labels)
        self.written = {figure.id: figure.text for figure in report.figures}


def _of_figure(figure: Figure) -> Iterator[Fact]:
    quantity = figure.quantity
    several = len(quantity.values) > 1
    whole = quantity.kind == "range"  # both ends are shown together; a ratio's parts may stand alone
    for i, numeral in enumerate((quantity.numeral,) if whole else quantity.numerals):
        part = figure.parts[i : i + 1] if several else ()
        labels = (*part, figure.label, figure.status, figure.series if len(figure.label) <= 1 else "")
        yield from _tokens(
            numeral, figure.display_unit, labels, figure.id, quantity.qualifier, quantity.suffix,
            _untold(direction_of(figure), figure.series + figure.label), series=figure.series, word=quantity.word,
        )  # fmt: skip


def _tokens(
    numeral: str, unit: str, labels: tuple[str, ...], figure: str, qualifier: str, suffix: str,
    direction: Direction, fellows: tuple[str, ...] = (), kin: tuple[str, ...] = (), series: str = "",
    word: str = "",
) -> Iterator[Fact]:  # fmt: skip
    written = stripped(numeral)
    bare = written.rstrip(LOOSE)
    known = tuple(stripped(label) for label in labels if label)
    digits = [token_of(match.group()) for match in DIGIT_NUMBER.finditer(bare.translate(WIDE))]
    spelt = bare if len(digits) > 1 else token_of(bare)
    for token in digits or (bare,):  # 八成, 五分之一, 十二: the numeral is the number
        yield Fact(
            token, spelt, stripped(unit), known, stripped(series), figure, written[len(bare) :],
            stripped(qualifier), stripped(suffix), direction, stripped(word), fellows, kin,
        )  # fmt: skip


def _of_chart(spec: ChartSpec, figures: dict[str, Figure]) -> Iterator[Fact]:
    fellows = tuple(stripped(datum.label) for series in spec.series for datum in series.data if datum.label)
    texts = tuple(stripped(datum.text) for series in spec.series for datum in series.data)
    title = spec.title if len(texts) == 1 else ""
    yield from _scale(fellows)
    for datum in (datum for series in spec.series for datum in series.data):
        labels = (datum.label, datum.status, figures[datum.figure].label if datum.figure else "", title)
        kin = tuple(text for text in texts if text != stripped(datum.text))
        word = figures[datum.figure].quantity.word if datum.figure else ""
        yield from _tokens(
            datum.text, datum.unit or spec.unit, labels, datum.figure, datum.qualifier, datum.suffix,
            _direction(datum, spec, figures), fellows, kin, word=word,
        )  # fmt: skip


def _direction(datum: Datum, spec: ChartSpec, figures: dict[str, Figure]) -> Direction:
    return _untold(direction_of(figures[datum.figure]), spec.title + datum.label) if datum.figure else ""


def _untold(direction: Direction, names: str) -> Direction:
    """The direction where the names that stand beside a value anyway (年均增速) do not tell it."""
    return "" if says(direction, names) else direction


def _scale(labels: Iterable[str]) -> Iterator[Fact]:
    """Labels that are numbers: years at an axis, or in a table's head."""
    plain = tuple(stripped(label) for label in labels if label)
    for label in dict.fromkeys(plain):
        for match in DIGIT_NUMBER.finditer(label.translate(WIDE)):
            token = token_of(match.group())
            yield Fact(token, token, "", (SCALE,), fellows=plain)


def _of_table(table: DataTable) -> Iterator[Fact]:
    yield from _scale(table.header)
    for row in table.rows:
        for cell in row[1:]:
            yield from _tokens(cell, table.unit, (row[0],), "", "", "", "")


def _points(spec: ChartSpec, figures: dict[str, Figure]) -> Iterator[Plotted]:
    for series in spec.series:
        names = tuple(stripped(name) for name in _series_names(spec, series))
        for datum in series.data:
            label = stripped(datum.label)
            value = Decimal(str(datum.value))
            yield Plotted(names, label, value, datum.figure, _direction(datum, spec, figures))


def _parts(figure: Figure) -> Iterator[Plotted]:
    """The values of a ratio: an output may draw them where no chart is declared."""
    unit = figure.display_unit
    names = tuple(
        stripped(f"{name}{tail}") for name in (figure.series, figure.label) for tail in ("", f"（{unit}）")
    )
    for name, value in zip(figure.parts, figure.quantity.values, strict=False):
        yield Plotted(names, stripped(name), value, figure.id, "")


def _series_names(spec: ChartSpec, series: Series) -> tuple[str, ...]:
    units = {spec.unit, *(datum.unit for datum in series.data)} - {""}
    titles = [name for name in (series.label, spec.title) if name]
    return (*titles, *(f"{title}（{unit}）" for title in titles for unit in units))


def numerals_of(report: Report) -> Numerals:
    """How numbers are found in what is said of a report: its own Chinese numerals with any unit."""
    spelt = (
        (numeral.rstrip(LOOSE), figure.quantity.unit)
        for figure in report.figures
        for numeral in figure.quantity.numerals
        if not is_digits(numeral) and figure.quantity.unit
    )
    return Numerals(spelt)


def decimal_of(written: str) -> Decimal | None:
    """A cache's number; None where it is none."""
    try:
        return Decimal(written.strip())
    except InvalidOperation:
        return None
