"""What the text declares and an output does not show: counted in from the report, counted out from the sheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import singledispatchmethod

from reportgen.errors import Message, Place, Problem
from reportgen.model.chart import ChartSpec
from reportgen.model.report import (
    Chart,
    Component,
    Figure,
    Ledger,
    Panels,
    Picture,
    Plates,
    Quote,
    Report,
    Stats,
    Table,
)
from reportgen.model.sheet import (
    ChartItem,
    Document,
    Item,
    PictureItem,
    Sheet,
    SheetItem,
    TableItem,
    TextBox,
)
from reportgen.model.slide import Deck

NAMES = {
    Chart: Message("图", "chart"),
    Table: Message("表", "table"),
    Stats: Message("数字突出", "callouts"),
    Ledger: Message("清单", "ledger"),
    Panels: Message("面板", "panels"),
    Plates: Message("名牌", "plates"),
    Quote: Message("引语", "quote"),
    Picture: Message("图片", "picture"),
}
HINT = Message(
    "把它移到较长的一段文字下面或单独的 ## 小节里，或分到几处",
    "move it under a longer text or into a ## subsection of its own, or spread them",
)
FIGURE_HINT = Message(
    "只在正文里出现的数字标 .inline", "mark a figure that is to stay in the running text .inline"
)


def omissions(document: Document, report: Report, output: str) -> tuple[Problem, ...]:
    """An error at its line for each declared component the sheets do not show; in a deck, for each figure too.

    ``output``: its name, for the message. It looks at finished sheets alone, not at how they were planned.
    """
    seen = {section: HeldItems() for section in (None, *range(len(report.sections)))}
    whole = HeldItems()
    for sheet in document.sheets:
        for section, item in shown_items(sheet):
            seen[section].add(item)
            whole.add(item)
    missing = [
        _component(part, output)
        for section, parts in declared(report)
        for part in parts
        if not seen[section].shows(part, report)
    ]
    told = report.figures if _is_slides(document) else ()
    missing += [_figure(f, output) for f in told if not (f.inline or whole.says(f))]
    return tuple(missing)


def declared(report: Report) -> Iterator[tuple[int | None, tuple[Component, ...]]]:
    """Components by the section they stand in (None: the lead); what is marked but not declared is left out."""
    yield None, _asked(report.lead_components)
    for index, section in enumerate(report.sections):
        yield index, _asked(section.components)
        for subsection in section.subsections:
            yield index, _asked(subsection.components)


def _asked(parts: Iterable[Component]) -> tuple[Component, ...]:
    return tuple(part for part in parts if not getattr(part, "optional", False))


def shown_items(sheet: Sheet) -> Iterator[tuple[int | None, Item]]:
    """Every item with the section of its sheet, those of sheets shown on the sheet included."""
    for item in sheet.items:
        if isinstance(item, SheetItem):
            yield from shown_items(item.sheet)
        else:
            yield sheet.section, item


def _is_slides(document: Document) -> bool:
    items = (item for sheet in document.sheets for item in sheet.items)
    return isinstance(document, Deck) or any(isinstance(item, SheetItem) for item in items)


class HeldItems:
    """What the items of some sheets show beside running text: words, and drawings by what they draw."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._joined = ""
        self._charts: list[ChartSpec] = []
        self._rows: dict[str, set[str]] = {}  # first cell → the cells beside it
        self._pictures: set[Place | None] = set()

    def add(self, item: Item) -> None:
        """Notes what the item shows."""
        self._joined = ""
        if isinstance(item, ChartItem):
            self._charts.append(item.spec)
            heads = item.head and (item.head.title, item.head.keys)
            self._words += [_bare(box.text) for box in heads or () if box]
        elif isinstance(item, PictureItem):
            self._pictures.add(item.place)
        elif isinstance(item, TableItem):
            self._table(item)
        elif isinstance(item, TextBox) and not item.is_running:
            self._words.append(_bare(item.text))

    def _table(self, item: TableItem) -> None:
        for row in item.rows:
            cells = [_bare(cell.text) for cell in row]
            self._rows.setdefault(cells[0], set()).update(cells)
            self._words.append("".join(cells))

    def _says(self, words: str) -> bool:
        self._joined = self._joined or "\n".join(self._words)
        return _bare(words) in self._joined

    def says(self, figure: Figure) -> bool:
        """Whether the figure is drawn, or stands there in numbers or in the words of the text."""
        if any(figure.id in spec.figures for spec in self._charts):
            return True
        return self._says(figure.text) or all(
            self._says(numeral + figure.quantity.unit) for numeral in figure.quantity.numerals
        )

    @singledispatchmethod
    def shows(self, part: Component, report: Report) -> bool:
        """Whether the component is there, all of it."""
        raise TypeError(f"no output shows a {type(part).__name__}")

    @shows.register
    def _(self, part: Chart, report: Report) -> bool:
        spec = part.spec
        drawn = [other for other in self._charts if other.series == spec.series]
        if drawn:
            return any(other.title == spec.title for other in drawn) or self._says(spec.title)
        return bool(spec.figures) and all(self.says(report.figure(id)) for id in spec.figures)

    @shows.register
    def _(self, part: Table, report: Report) -> bool:
        rows = ([_bare(cell) for cell in row] for row in (part.table.header, *part.table.rows))
        return all(set(row) <= self._rows.get(row[0], set()) for row in rows)

    @shows.register
    def _(self, part: Picture, report: Report) -> bool:
        return part.place in self._pictures

    @shows.register
    def _(self, part: Stats, report: Report) -> bool:
        return all(self.says(report.figure(id)) for id in part.figures)

    @shows.register
    def _(self, part: Ledger, report: Report) -> bool:
        return all(self._says(words) for row in part.rows for words in (row.verb, *row.object.split()))

    @shows.register
    def _(self, part: Panels, report: Report) -> bool:
        return all(self._says(words) for group in part.groups for words in (group.head, *group.items))

    @shows.register
    def _(self, part: Plates, report: Report) -> bool:
        return all(self._says(words) for plate in part.plates for words in (plate.name, plate.note))

    @shows.register
    def _(self, part: Quote, report: Report) -> bool:
        return all(self._says(line) for line in part.lines)


def _bare(words: str) -> str:
    """Without spaces: between number and unit, and where lines are broken, they differ."""
    return "".join(words.split())


def _component(part: Component, output: str) -> Problem:
    name = NAMES[type(part)]
    title = getattr(part, "title", "") or (part.spec.title if isinstance(part, Chart) else "")
    said = Message(
        f"这个{name.zh}{f'“{title}”' if title else ''}在 {output} 里没有位置，没有排上",
        f"there is no room for this {name.en}{f' ({title!r})' if title else ''} in {output}: it is not shown",
    )
    return Problem(said, part.place, HINT)


def _figure(figure: Figure, output: str) -> Problem:
    said = Message(
        f"“{figure.text}”（{figure.label}）在 {output} 的哪一张上都没有",
        f"'{figure.text}' ({figure.label}) is on no slide of {output}",
    )
    return Problem(said, figure.place, FIGURE_HINT)
