"""Content slides of a section: its introduction where it holds a chart, then its subsections."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from reportgen.charts.kinds import kind_of
from reportgen.errors import error
from reportgen.layout.slides import canvas
from reportgen.layout.slides.compose import compose
from reportgen.layout.slides.divider import divider_slide, holds
from reportgen.layout.slides.draft import Draft
from reportgen.layout.slides.evening import evened
from reportgen.layout.slides.flow import Composed
from reportgen.layout.slides.furniture import title_items
from reportgen.layout.slides.numbers import chart_title, is_small
from reportgen.layout.slides.pen import Pen
from reportgen.layout.slides.sharing import grouped
from reportgen.model.chart import ChartSpec
from reportgen.model.report import Figure, Report, Subsection
from reportgen.model.sheet import Item
from reportgen.story.introduction import (
    borrowed_charts,
    intro_passage,
    is_told_by_opening,
    opening_points,
    subsection_pieces,
)
from reportgen.story.lead import lead_pieces
from reportgen.story.ornament import art_of, said_by
from reportgen.story.pieces import Piece, pieces, said_on_wall, untitled
from reportgen.story.spoken import notes_of
from reportgen.story.titles import FOREWORD, GAP, loose_kicker, slide_title

KICKER_RISE = 14.0

Items = tuple[Item, ...]


def lead_slides(report: Report, pen: Pen, covered: Sequence[Figure]) -> tuple[Draft, ...]:
    """The lead's own slides."""
    return _run(FOREWORD, lead_pieces(report, covered), (), pen)


def section_slides(report: Report, index: int, pen: Pen) -> tuple[Draft, ...]:
    """The divider, then the section's content; each passage's text in the notes of its first slide."""
    section = report.sections[index]
    borrowed = borrowed_charts(report, index, is_small)
    points = _divider_points(report, index, borrowed, pen)
    drafts = [divider_slide(index, pen, notes_of(section), points)]
    drafts += _intro_slides(report, index, borrowed, pen) if not points else ()
    waiting = subsection_pieces(report, index, borrowed)
    return (*drafts, *grouped(waiting, pen, lambda one: _alone(*one, pen)))


def _alone(sub: Subsection, found: tuple[Piece, ...], pen: Pen) -> tuple[Draft, ...]:
    """The slides of a subsection that shares none with another."""
    return _run(slide_title(sub), found, notes_of(sub), pen, loose_kicker(sub))


def _run(
    title: str, found: tuple[Piece, ...], notes: tuple[str, ...], pen: Pen, kicker: str = ""
) -> tuple[Draft, ...]:
    """As many slides of one title as the pieces need."""
    drafts: list[Draft] = []
    found = tuple(untitled(piece, kicker) for piece in found)
    while found and not (drafts and all(said_on_wall(piece, pen.report) for piece in found)):
        head, top = title_items(title, pen)
        if kicker and not drafts and (headed := _kicker_in_title(found, kicker, pen)):
            found = headed
        elif kicker and not drafts:
            head, top = _with_kicker(head, kicker, top, pen)
        done = compose(found, top, pen)
        if done.rest == found:
            raise error(f"“{title}”有一块内容放不进一页幻灯片", f"a block of '{title}' fits no slide")
        if not all(said_on_wall(piece, pen.report) for piece in done.rest):
            done = evened(found, done, top, pen)
        drafts.append(_draft(title, head, done, () if drafts else notes, pen))
        found = done.rest
    return tuple(drafts)


def _kicker_in_title(found: tuple[Piece, ...], kicker: str, pen: Pen) -> tuple[Piece, ...]:
    """The pieces with the kicker before the title of their large chart; none where it takes a second line."""
    spec = next((piece for piece in found if isinstance(piece, ChartSpec)), None)
    if spec is None or is_small(spec) or kind_of(spec).slide.titled_inside or not spec.title:
        return ()
    titled = replace(spec, title=GAP.join((kicker, spec.title)))
    if pen.lines(chart_title(titled), "head", canvas.MAIN_WIDTH) > 1:
        return ()
    return tuple(titled if piece is spec else piece for piece in found)


def _with_kicker(head: Items, kicker: str, top: float, pen: Pen) -> tuple[Items, float]:
    """The kicker in the section's colour under the title."""
    words = pen.text(pen.paragraph(kicker, "head", pen.role.text), canvas.CONTENT, "heading")
    return (*head, *words.at(canvas.MARGIN, top - KICKER_RISE)), top + words.height


def _draft(title: str, head: Items, done: Composed, notes: tuple[str, ...], pen: Pen) -> Draft:
    return Draft(done.layout, done.name, title, (*head, *done.items), pen, notes, section=pen.section)


def _divider_points(report: Report, index: int, borrowed: tuple[ChartSpec, ...], pen: Pen) -> tuple[str, ...]:
    """The introduction's points where they are on the divider, which has room for all of them."""
    place = intro_passage(report, index, borrowed)
    points = opening_points(report.sections[index], place, art_of(report, index))
    return points if points and holds(index, points, pen) else ()


def _intro_slides(report: Report, index: int, borrowed: tuple[ChartSpec, ...], pen: Pen) -> tuple[Draft, ...]:
    """The introduction's chart and points; none where the divider shows all of the introduction."""
    section, place = report.sections[index], intro_passage(report, index, borrowed)
    if is_told_by_opening(section, place, said_by(art_of(report, index))):
        return ()
    return _run(section.title, pieces(report, place), (), pen)
