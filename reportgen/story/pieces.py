"""What a passage holds for its slides: pieces of content, every word a verbatim span of the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from reportgen.model.chart import ChartSpec, Datum, Series
from reportgen.model.report import (
    Chart,
    Component,
    Figure,
    Honour,
    Ledger,
    Panels,
    Paragraph,
    Picture,
    Plates,
    Quote,
    Report,
    Stats,
    Table,
)
from reportgen.story import prose
from reportgen.story.prose import sentences

MOST_ROWS = 6  # of a list that is taken in at one look
MOST_TEXT = 70  # characters of running text beside pictures and numbers
CLAUSE_ENDS = "，；。！？"
MOST_PARTS, LONGEST_UPRIGHT = 5, 6
MOST_COLUMNS, MOST_ITEMS = 6, 5  # of a table, of a panel
FEW_NUMBERS = 2  # so few numbers without any words are joined by the first sentences
SINGLE_RATIO = ("fraction", "percent")


class Keys(Struct, frozen=True):
    """Points of the text, one line each; ``optional``: also said on another slide."""

    texts: tuple[str, ...]
    optional: bool = False


class Honours(Struct, frozen=True):
    """Honours, and each of them as the text says it."""

    honours: tuple[Honour, ...]
    phrases: tuple[str, ...]


NUMBERS = (ChartSpec, Figure)
Piece = ChartSpec | Figure | Ledger | Panels | Plates | Quote | Table | Picture | Keys | Honours


class Passage(Struct, frozen=True):
    """A stretch of the report that is shown together: the lead, an introduction, a subsection."""

    paragraphs: tuple[Paragraph, ...]
    components: tuple[Component, ...]
    figures: tuple[Figure, ...]
    honours: tuple[Honour, ...]

    @property
    def text(self) -> str:
        return "".join(paragraph.text for paragraph in self.paragraphs)


def passage(report: Report, section: int | None, subsection: int | None) -> Passage:
    """The passage at that place; both None: the lead."""
    figures, honours = report.figures_of(section, subsection), report.honours_of(section, subsection)
    if section is None:
        return Passage(report.lead, report.lead_components, figures, honours)
    part = report.sections[section]
    if subsection is None:
        return Passage(part.intro, part.components, figures, honours)
    sub = part.subsections[subsection]
    return Passage(sub.body, sub.components, figures, honours)


def pieces(report: Report, place: Passage, drop: Sequence[ChartSpec] = ()) -> tuple[Piece, ...]:
    """Charts and numbers first, then lists, quotes and points; nothing twice.

    ``drop``: charts shown on another slide.
    """
    charts = tuple(c.spec for c in place.components if isinstance(c, Chart) and c.spec not in drop)
    out: list[Piece] = [*_distinct(_for_deck(spec) for spec in charts)]
    out += _stats(report, place, (*charts, *drop))
    numbers = len(out)
    lists = [c for c in place.components if not isinstance(c, Chart | Stats)]
    out += [part for component in lists for part in _split(component)]
    shown = _words(lists)
    honours = tuple(h for h in place.honours if h.text not in shown and (h.level or h.rank != "other"))
    said = "\n".join((shown, *(spec.title for spec in (*charts, *drop))))
    points = tuple(text for text in key_texts(place) if not _said(text, said, honours))
    loose = tuple(_phrase(h, place) for h in place.honours if h not in honours and h.text not in shown)
    loose = tuple(text for text in loose if not any(text in point or point in text for point in points))
    phrases = tuple(_phrase(honour, place) for honour in honours)
    cuts = range(0, len(honours), MOST_ROWS)
    out += [Honours(honours[i : i + MOST_ROWS], phrases[i : i + MOST_ROWS]) for i in cuts]
    if len(out) == numbers <= FEW_NUMBERS and not points and not loose:
        points = first_sentences(place)
    out += [Keys(points[i : i + MOST_ROWS]) for i in range(0, len(points), MOST_ROWS)]
    return (*out, Keys(loose[:MOST_ROWS], optional=True)) if loose else tuple(out)


def _distinct(specs: Iterable[ChartSpec]) -> list[ChartSpec]:
    """Charts that differ on the screen: a whole that print shows twice, woven and as a bar, comes once."""
    seen: dict[tuple[str, tuple[str, ...]], ChartSpec] = {}
    for spec in specs:
        seen.setdefault((spec.kind, spec.figures or (spec.title,)), spec)
    return list(seen.values())


def _for_deck(spec: ChartSpec) -> ChartSpec:
    """Parts of a whole are a doughnut on the screen (D-13); columns with long names lie down (D-14)."""
    if spec.kind in ("waffle", "stacked") and len(spec.series) == 1 and len(spec.data) <= MOST_PARTS:
        return replace(spec, kind="doughnut")
    if spec.kind == "columns" and max(len(datum.label) for datum in spec.data) > LONGEST_UPRIGHT:
        return replace(spec, kind="bars")
    return spec


def _stats(report: Report, place: Passage, charts: Sequence[ChartSpec]) -> list[Figure]:
    """Callouts: those the author chose, else every plain figure that no chart shows."""
    chosen = [id for c in place.components if isinstance(c, Stats) for id in c.figures]
    drawn = {id for spec in charts for id in spec.figures}
    if chosen:
        return [report.figure(id) for id in chosen if id not in drawn]
    plain = (f for f in place.figures if not (f.hero or f.inline) and f.quantity.kind != "ratio")
    return [figure for figure in plain if figure.id not in drawn]


def _split(component: Component) -> list[Piece]:
    """Long lists in pieces of at most six rows."""
    if isinstance(component, Ledger):
        cuts = range(0, len(component.rows), MOST_ROWS)
        ledgers = [replace(component, rows=component.rows[i : i + MOST_ROWS], note="") for i in cuts]
        return [*ledgers[:-1], replace(ledgers[-1], note=component.note)]
    if isinstance(component, Plates):
        cuts = range(0, len(component.plates), MOST_ROWS)
        return [replace(component, plates=component.plates[i : i + MOST_ROWS]) for i in cuts]
    if isinstance(component, Panels):
        return _split_panels(component)
    if isinstance(component, Table) and len(component.table.header) > MOST_COLUMNS:
        return [part for narrow in _split_columns(component) for part in _split(narrow)]
    if isinstance(component, Table):
        parts = max(1, -(-len(component.table.rows) // MOST_ROWS))
        ends = [i * len(component.table.rows) // parts for i in range(parts + 1)]  # of about equal length
        rows = [component.table.rows[start:end] for start, end in pairwise(ends)]
        return [replace(component, table=replace(component.table, rows=part)) for part in rows]
    return [component] if isinstance(component, Quote | Picture) else []


def _split_panels(part: Panels) -> list[Piece]:
    """Panels of at most five items; what is longer goes on in further panels."""
    if len(part.groups) == 1 or max(len(group.items) for group in part.groups) <= MOST_ITEMS:
        return [part]
    first = tuple(replace(group, items=group.items[:MOST_ITEMS]) for group in part.groups)
    later = tuple(replace(g, items=g.items[MOST_ITEMS:]) for g in part.groups if len(g.items) > MOST_ITEMS)
    return [replace(part, groups=first), *_split_panels(replace(part, groups=later))]


def _split_columns(part: Table) -> list[Table]:
    """A broad table as several, each with the first column."""
    table, out = part.table, []
    count = len(table.header) - 1
    step = -(-count // -(-count // (MOST_COLUMNS - 1)))  # parts of about equal breadth
    for start in range(1, len(table.header), step):
        columns = (0, *range(start, min(start + step, len(table.header))))
        header = tuple(table.header[i] for i in columns)
        rows = tuple(tuple(row[i] for i in columns) for row in table.rows)
        out.append(replace(part, table=replace(table, header=header, rows=rows)))
    return out


def _words(components: Iterable[Component]) -> str:
    """Everything the lists say, to find what would be said twice."""
    out: list[str] = []
    for part in components:
        if isinstance(part, Ledger):
            out += [*(row.object for row in part.rows), part.note]
        elif isinstance(part, Panels):
            out += [item for group in part.groups for item in group.items]
        elif isinstance(part, Plates):
            out += [plate.name for plate in part.plates]
        elif isinstance(part, Quote):
            out += part.lines
    return "\n".join(out)


def _said(text: str, shown: str, honours: Sequence[Honour]) -> bool:
    return text in shown or any(honour.text in text for honour in honours)


def key_texts(place: Passage) -> tuple[str, ...]:
    """The author's key spans of a passage."""
    return prose.key_texts(place.paragraphs)


def first_sentences(place: Passage) -> tuple[str, ...]:
    """Where nothing is marked: the first sentences, about seventy characters, cut at clauses."""
    out: list[str] = []
    room = MOST_TEXT
    for paragraph in place.paragraphs:
        for sentence in sentences(paragraph):
            text = _clauses("".join(span.text for span in sentence), room if not out else room - 1)
            if not text:
                return tuple(out)
            out.append(text)
            room -= len(text)
    return tuple(out)


def _clauses(sentence: str, room: int) -> str:
    """As many leading clauses as the room takes; at least one where nothing stands yet."""
    if len(sentence) <= room:
        return sentence
    ends = [i for i, char in enumerate(sentence[:room]) if char in CLAUSE_ENDS]
    if ends:
        return sentence[: ends[-1]]
    return sentence[:room] if room == MOST_TEXT else ""


def _phrase(honour: Honour, place: Passage) -> str:
    """The author's point about the honour, else the honour as the text says it."""
    return next((text for text in key_texts(place) if honour.text in text), honour_phrase(honour))


def honour_phrase(honour: Honour) -> str:
    """The honour as the text says it: holder, verb and title in the order they stand there."""
    forms = (
        honour.holder + honour.status + honour.text,
        f"{honour.status}“{honour.text}”",
        honour.status + honour.text,
        honour.text + honour.status,
    )
    return next((form for form in forms if form in honour.sentence), honour.text)


def ratio_chart(figure: Figure) -> ChartSpec | None:
    """The chart a single stated share asks for: a doughnut of its parts, or ten cells."""
    quantity = figure.quantity
    if quantity.kind == "ratio" and figure.parts and sum(quantity.values) == 100:
        data = tuple(
            Datum(name, float(value), text, figure.id, figure.display_unit)
            for name, value, text in zip(figure.parts, quantity.values, quantity.numerals, strict=False)
        )
        return ChartSpec("doughnut", figure.label, figure.display_unit, (Series("", data),))
    share = float(quantity.values[0]) / (100 if quantity.kind == "percent" else 1)
    if quantity.kind in SINGLE_RATIO and 0 < share <= 1 and (share * 10) == int(share * 10):
        datum = Datum(
            figure.label,
            share * 10,
            figure.numeral,
            figure.id,
            quantity.unit,
            quantity.open_end,
            suffix=quantity.suffix,
            qualifier=quantity.qualifier,
        )
        return ChartSpec("cells", figure.label, "", (Series("", (datum,)),))
    return None
