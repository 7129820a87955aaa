"""What a passage holds for its slides: pieces of content, every word a verbatim span of the text."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from reportgen.charts.kinds import OF_A_SHARE, OF_PARTS, deck_kind
from reportgen.charts.share import share
from reportgen.model.chart import ChartSpec, Datum, Series
from reportgen.model.report import (
    Chart,
    Component,
    Figure,
    Honour,
    Ledger,
    Panels,
    Picture,
    Plates,
    Quote,
    Report,
    Stats,
    Subsection,
    Table,
)
from reportgen.story.callouts import callouts, drawn_in
from reportgen.story.figure_words import before_numeral, label_of, measured
from reportgen.story.honours import STATED_RANKS, has_wall, phrase_in, shown_honours
from reportgen.story.passages import Passage
from reportgen.story.points import first_sentences, key_points, says_any

MOST_ROWS = 6  # of a list that is taken in at one look
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
WORDS = (Keys, Quote)
Piece = ChartSpec | Figure | Ledger | Panels | Plates | Quote | Table | Picture | Keys | Honours


def pieces(report: Report, place: Passage, drop: Sequence[ChartSpec] = ()) -> tuple[Piece, ...]:
    """Charts and numbers first, then lists, quotes and points; nothing twice.

    ``drop``: charts shown on another slide.
    """
    charts = tuple(spec for spec in place.charts if spec not in drop)
    shown = (*charts, *drop)
    lists = tuple(part for part in place.components if not isinstance(part, Chart | Stats))
    said = words_of(lists)
    numbers: tuple[Piece, ...] = (
        *_distinct(map(_for_deck, charts)),
        *callouts(report, place, drawn_in(shown)),
    )
    listed = tuple(piece for part in lists for piece in _split(part))
    honours = shown_honours(place, said)
    points = _fresh_points(place, "\n".join((said, *(spec.title for spec in shown))), honours)
    loose = _loose_phrases(place, honours, said, points)
    numbers = (*numbers, *_untold(place, drawn_in(shown), numbers, "\n".join((said, *points))))
    if len(numbers) <= FEW_NUMBERS and not (listed or honours or points or loose):
        points = first_sentences(place)
    return (
        *numbers,
        *listed,
        *_honour_lists(place, honours),
        *_point_lists(points),
        *((Keys(loose[:MOST_ROWS], optional=True),) if loose else ()),
    )


def _untold(place: Passage, drawn: Container[str], numbers: Sequence[Piece], said: str) -> tuple[Figure, ...]:
    """Figures that neither a chart, a callout nor a point of the passage says: every one stands on a slide."""
    shown = (figure for figure in place.figures if not (figure.inline or figure.hero or figure.id in drawn))
    return tuple(figure for figure in shown if figure not in numbers and figure.text not in said)


def _fresh_points(place: Passage, said: str, honours: Sequence[Honour]) -> tuple[str, ...]:
    """The author's points that neither a list or a title nor an honour says already."""
    titles = tuple(honour.text for honour in honours)
    return tuple(text for text in key_points(place) if text not in said and not says_any(text, titles))


def _loose_phrases(
    place: Passage, shown: Sequence[Honour], said: str, points: Sequence[str]
) -> tuple[str, ...]:
    """Honours that are not shown with their seal, as the text says them, as far as no list or point does."""
    others = (honour for honour in place.honours if honour not in shown and honour.text not in said)
    phrases = tuple(phrase_in(place, honour) for honour in others)
    return tuple(text for text in phrases if not any(text in point or point in text for point in points))


def _honour_lists(place: Passage, honours: Sequence[Honour]) -> list[Honours]:
    rows = [(honour, phrase_in(place, honour)) for honour in honours]
    return [Honours(*zip(*rows[i : i + MOST_ROWS], strict=True)) for i in range(0, len(rows), MOST_ROWS)]


def _point_lists(points: Sequence[str]) -> list[Keys]:
    return [Keys(tuple(points[i : i + MOST_ROWS])) for i in range(0, len(points), MOST_ROWS)]


def _distinct(specs: Iterable[ChartSpec]) -> list[ChartSpec]:
    """Charts that differ on the screen: a whole that print shows twice, woven and as a bar, comes once."""
    seen: dict[tuple[str, tuple[str, ...]], ChartSpec] = {}
    for spec in specs:
        seen.setdefault((spec.kind, spec.figures or (spec.title,)), spec)
    return list(seen.values())


def _for_deck(spec: ChartSpec) -> ChartSpec:
    """The chart as the kind that reads best on a screen."""
    return replace(spec, kind=deck_kind(spec))


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


def words_of(components: Iterable[Component]) -> str:
    """Everything lists and quotes say, to find what would be said twice."""
    return "\n".join(line for part in components for line in _lines(part))


def _lines(part: Component) -> Sequence[str]:
    if isinstance(part, Ledger):
        return (*(f"{row.object}{row.verb}" for row in part.rows), part.note)
    if isinstance(part, Panels):
        return [item for group in part.groups for item in group.items]
    if isinstance(part, Plates):
        return [plate.name for plate in part.plates]
    return part.lines if isinstance(part, Quote) else ()


def reading_order(found: Sequence[Piece]) -> list[Piece]:
    """Numbers, words, then lists, the honours first: the order in a column."""
    return sorted(
        found,
        key=lambda p: (not isinstance(p, NUMBERS), not isinstance(p, WORDS), not isinstance(p, Honours)),
    )


def column_title(sub: Subsection, found: Sequence[Piece]) -> str:
    """What heads a passage's column: its kicker, else the title of the list it begins with."""
    first = next((piece for piece in reading_order(found) if not isinstance(piece, WORDS)), None)
    if sub.kicker or not isinstance(first, Panels | Ledger):
        return sub.kicker
    return "" if isinstance(first, Ledger) and first.note else first.title


def untitled(piece: Piece, head: str) -> Piece:
    """The piece without a title that the head over it says already."""
    if isinstance(piece, Ledger | Panels | ChartSpec) and head and piece.title == head:
        return replace(piece, title="")
    return piece


def in_words(found: Sequence[Piece]) -> bool:
    """Whether the pieces are points and quotes, with a single honour at most: its row would be lost on a slide."""
    honours = sum(len(piece.honours) for piece in found if isinstance(piece, Honours))
    return honours <= 1 and all(isinstance(piece, Honours | Keys | Quote) for piece in found)


def said_on_wall(piece: Piece, report: Report) -> bool:
    """Whether a wall of honours says it too, so that it needs no slide of its own."""
    optional = isinstance(piece, Honours) or (isinstance(piece, Keys) and piece.optional)
    return optional and has_wall(report, STATED_RANKS)


def ratio_chart(figure: Figure) -> ChartSpec | None:
    """The chart a single stated share asks for: a doughnut of its parts, or ten cells."""
    quantity = figure.quantity
    if quantity.kind == "ratio" and figure.parts and sum(quantity.values) == 100:
        data = tuple(
            Datum(name, float(value), text, figure.id, figure.display_unit)
            for name, value, text in zip(figure.parts, quantity.values, quantity.numerals, strict=False)
        )
        return ChartSpec(OF_PARTS, measured(figure, ""), figure.display_unit, (Series("", data),))
    part = share(quantity.values[0], quantity.unit)
    if (
        quantity.is_amount
        and quantity.kind in SINGLE_RATIO
        and 0 < part <= 1
        and (part * 10) == int(part * 10)
    ):
        datum = Datum(
            figure.label,
            float(part),
            figure.numeral,
            figure.id,
            quantity.unit,
            quantity.open_end,
            suffix=quantity.suffix,
            qualifier=before_numeral(figure),
        )
        return ChartSpec(OF_A_SHARE, label_of(figure), "", (Series("", (datum,)),))
    return None
