"""Content slides of a section: its introduction where it holds a chart, then its subsections."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from reportgen.errors import error
from reportgen.layout.parts.opener_art import art_of
from reportgen.layout.slides import canvas
from reportgen.layout.slides.compose import compose
from reportgen.layout.slides.divider import divider_slide, holds
from reportgen.layout.slides.draft import Draft
from reportgen.layout.slides.evening import evened
from reportgen.layout.slides.flow import Composed
from reportgen.layout.slides.furniture import title_items
from reportgen.layout.slides.honours import FEWEST
from reportgen.layout.slides.notes import notes_of
from reportgen.layout.slides.numbers import chart_title, is_small
from reportgen.layout.slides.pen import TITLE_GAP, Pen
from reportgen.layout.slides.sharing import grouped, untitled
from reportgen.model.chart import ChartSpec
from reportgen.model.report import Chart, Component, Figure, Picture, Report, Section, Subsection, Table
from reportgen.model.sheet import Item
from reportgen.story.pieces import (
    Honours,
    Keys,
    Passage,
    Piece,
    key_texts,
    passage,
    pieces,
    ratio_chart,
)

LONGEST_TITLE = 26  # characters of a clause that may become a title
TITLED_INSIDE = ("doughnut", "level")  # charts whose title stands in the drawing
CROWDED = 3  # numbers of a subsection that do not stand well together with its text

Items = tuple[Item, ...]


def lead_slides(report: Report, pen: Pen, told: Sequence[Figure]) -> tuple[Draft, ...]:
    """The lead's own slides."""
    return _run(canvas.FOREWORD, lead_pieces(report, told), (), pen)


def lead_pieces(report: Report, told: Sequence[Figure]) -> tuple[Piece, ...]:
    """The lead's pieces: all where there are no sections, else charts, numbers, tables, pictures and the author's points.

    ``told``: figures of the slide of key numbers, where the lead's first point stands too.
    """
    place = passage(report, None, None)
    found, marked = pieces(report, place), bool(key_texts(place))
    if report.sections:
        shown = key_texts(place)[: 1 if told else 0]
        found = tuple(_less(piece, shown) for piece in found if piece not in told)
        rich = (p for p in found if isinstance(p, ChartSpec | Figure | Table | Picture | Keys))
        found = tuple(p for p in rich if not isinstance(p, Keys) or (p.texts and marked and not p.optional))
    return found


def _less(piece: Piece, shown: Sequence[str]) -> Piece:
    if not isinstance(piece, Keys):
        return piece
    return Keys(tuple(text for text in piece.texts if text not in shown), piece.optional)


def section_slides(report: Report, index: int, pen: Pen) -> tuple[Draft, ...]:
    """The divider, then the section's content; each passage's text in the notes of its first slide."""
    section = report.sections[index]
    borrowed = _borrowed(report, index)
    points = _divider_points(report, index, borrowed, pen)
    drafts = [divider_slide(index, pen, notes_of(section), points)]
    drafts += _intro_slides(report, index, borrowed, pen) if not points else ()
    moved = (*intro_charts(report, index), *borrowed)
    waiting: list[tuple[Subsection, tuple[Piece, ...]]] = []
    for number, sub in enumerate(section.subsections):
        waiting.append((sub, pieces(report, passage(report, index, number), moved)))
    return (*drafts, *grouped(waiting, pen, lambda one: _alone(*one, pen)))


def _alone(sub: Subsection, found: tuple[Piece, ...], pen: Pen) -> tuple[Draft, ...]:
    """The slides of a subsection that shares none."""
    return _run(sub.headline if sub.kicker else sub.title, found, notes_of(sub), pen, sub.kicker)


def _run(
    title: str, found: tuple[Piece, ...], notes: tuple[str, ...], pen: Pen, kicker: str = ""
) -> tuple[Draft, ...]:
    """As many slides of one title as the pieces need."""
    drafts: list[Draft] = []
    found = tuple(untitled(piece, kicker) for piece in found)
    while found and not (drafts and all(_optional(piece, pen.report) for piece in found)):
        head, top = title_items(title, pen)
        if kicker and not drafts and (headed := _kicker_in_title(found, kicker, pen)):
            found = headed
        elif kicker and not drafts:
            head, top = _with_kicker(head, kicker, top, pen)
        done = compose(found, top, pen)
        if done.rest == found:
            raise error(f"“{title}”有一块内容放不进一页幻灯片", f"a block of '{title}' fits no slide")
        if not all(_optional(piece, pen.report) for piece in done.rest):
            done = evened(found, done, top, pen)
        drafts.append(_draft(title, head, done, () if drafts else notes, pen))
        found = done.rest
    return tuple(drafts)


def _kicker_in_title(found: tuple[Piece, ...], kicker: str, pen: Pen) -> tuple[Piece, ...]:
    """The pieces with the kicker before the title of their large chart; none where it takes a second line."""
    spec = next((piece for piece in found if isinstance(piece, ChartSpec)), None)
    if spec is None or is_small(spec) or spec.kind in TITLED_INSIDE or not spec.title:
        return ()
    told = replace(spec, title=TITLE_GAP.join((kicker, spec.title)))
    if pen.lines(chart_title(told), "head", canvas.MAIN_WIDTH) > 1:
        return ()
    return tuple(told if piece is spec else piece for piece in found)


def _optional(piece: Piece, report: Report) -> bool:
    """Whether the honours wall says it too, so that it needs no slide of its own."""
    return len(report.honours) >= FEWEST and (
        isinstance(piece, Honours) or (isinstance(piece, Keys) and piece.optional)
    )


def _with_kicker(head: Items, kicker: str, top: float, pen: Pen) -> tuple[Items, float]:
    """The kicker in the section's colour under the title."""
    words = pen.text(pen.paragraph(kicker, "head", pen.role.text), canvas.CONTENT, "heading")
    return (*head, *words.at(canvas.MARGIN, top - 14)), top + words.height


def _draft(title: str, head: Items, done: Composed, notes: tuple[str, ...], pen: Pen) -> Draft:
    return Draft(done.layout, done.name, title, (*head, *done.items), pen, notes, section=pen.section)


def intro_charts(report: Report, index: int) -> tuple[ChartSpec, ...]:
    """Charts anywhere in the section that draw a figure of its introduction alone."""
    own = {figure.id for figure in report.figures_of(index, None)}
    section = report.sections[index]
    parts = [c for sub in section.subsections for c in sub.components]
    charts = (c.spec for c in parts if isinstance(c, Chart))
    return tuple(spec for spec in charts if spec.figures and set(spec.figures) <= own)


def _borrowed(report: Report, index: int) -> tuple[ChartSpec, ...]:
    """The first chart of a crowded first subsection, where the introduction has one small chart alone."""
    subsections = report.sections[index].subsections
    single = [f for f in passage(report, index, None).figures if ratio_chart(f)]
    own = intro_charts(report, index) or report.sections[index].components
    if own or len(single) != 1 or not subsections or single[0].quantity.kind == "ratio":
        return ()
    found = pieces(report, passage(report, index, 0))
    numbers = [piece for piece in found if isinstance(piece, ChartSpec | Figure)]
    small = [piece for piece in numbers if isinstance(piece, ChartSpec) and is_small(piece)]
    return tuple(small[:1]) if len(numbers) >= CROWDED else ()


def _divider_points(report: Report, index: int, borrowed: tuple[ChartSpec, ...], pen: Pen) -> tuple[str, ...]:
    """The introduction's points where they stand on the divider: it shows no more, or the divider draws it."""
    whole, art = intro_passage(report, index, borrowed), art_of(report, index)
    points = key_texts(whole)
    shown = [c for c in whole.components if art.kind == "rings" and art.figure and _draws(c, art.figure)]
    if not (points and report.sections[index].subsections) or len(shown) < len(whole.components):
        return ()
    return points if holds(index, points, pen) else ()


def _draws(component: Component, figure: Figure) -> bool:
    """Whether it is a chart of that figure alone."""
    return isinstance(component, Chart) and set(component.spec.figures) == {figure.id}


def intro_passage(report: Report, index: int, borrowed: tuple[ChartSpec, ...] = ()) -> Passage:
    """The introduction with the charts that draw its figures."""
    section, place = report.sections[index], passage(report, index, None)
    charts = tuple(Chart(spec) for spec in intro_charts(report, index))
    own = tuple(component for component in section.components if isinstance(component, Chart))
    charted = {id for chart in (*own, *charts) for id in chart.spec.figures}
    drawn = [ratio_chart(f) for f in place.figures if f.id not in charted]
    charts += tuple(Chart(spec) for spec in drawn if spec is not None)
    charts += tuple(Chart(spec) for spec in borrowed)
    return replace(place, components=(*place.components, *charts))


def _intro_slides(report: Report, index: int, borrowed: tuple[ChartSpec, ...], pen: Pen) -> tuple[Draft, ...]:
    """The introduction's chart and points; none for an introduction the divider says all of."""
    section, whole = report.sections[index], intro_passage(report, index, borrowed)
    charts = [component for component in whole.components if isinstance(component, Chart)]
    stated = art_of(report, index).figure
    if not charts and not section.components and section.subsections and (stated or not key_texts(whole)):
        return ()
    if stated and not key_texts(whole) and all(_draws(chart, stated) for chart in charts):
        return ()
    title, found = intro_pieces(report, section, whole)
    return _run(title, found, (), pen)


def intro_pieces(report: Report, section: Section, whole: Passage) -> tuple[str, tuple[Piece, ...]]:
    """Title and pieces of an introduction's slides; the title is not said again."""
    title = _intro_title(whole, section)
    every = pieces(report, whole)
    found = tuple(_less(piece, (title,)) for piece in every)
    found = tuple(piece for piece in found if not (isinstance(piece, Keys) and not piece.texts))
    if found:
        return title, found
    return section.title, every  # its only point would be all title and no slide


def _intro_title(place: Passage, section: Section) -> str:
    """The charted figure's clause from its label on, else the longest point that reads as a title."""
    for figure in place.figures:
        start = place.text.find(figure.label)
        end = place.text.find(figure.text, max(start, 0)) + len(figure.text)
        if 0 <= start < end and end - start <= LONGEST_TITLE and figure.quantity.kind == "ratio":
            return place.text[start:end]
    fitting = [text for text in key_texts(place) if len(text) <= LONGEST_TITLE]
    return max(fitting, key=len, default=section.title)
