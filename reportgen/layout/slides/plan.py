"""The deck: which slides there are, in which order, their layouts, numbers and notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from reportgen.cache import Cache
from reportgen.errors import Message, Problem, ReportgenError
from reportgen.fonts import Fonts
from reportgen.layout.parts.heading_place import heading_place
from reportgen.layout.parts.names import unbroken_names
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.layout.slides import canvas
from reportgen.layout.slides.agenda import agenda_slides
from reportgen.layout.slides.builds import slide_build
from reportgen.layout.slides.content import lead_slides, section_slides
from reportgen.layout.slides.draft import Draft
from reportgen.layout.slides.furniture import date_items, footer_items, signature_rule, title_frame
from reportgen.layout.slides.honours import honour_slides
from reportgen.layout.slides.key_numbers import key_numbers_slides
from reportgen.layout.slides.layouts import master_placeholders, slide_layouts
from reportgen.layout.slides.pen import Pen
from reportgen.layout.slides.title import closing_slides, title_slide
from reportgen.model.report import Report
from reportgen.model.sheet import ChartItem, Item, Sheet, TableItem, TextBox
from reportgen.model.slide import Deck, SlideSection
from reportgen.model.theme import Theme
from reportgen.story.key_numbers import key_numbers
from reportgen.story.spoken import lead_notes, without_internal
from reportgen.story.titles import CLOSING_SECTION, OPENING_SECTION, distinct

FOOTER_ROOM = 36.0  # points; the caption of an ornament may come this close


def _title(report: Report, pen: Pen) -> tuple[Draft, ...]:
    return (title_slide(report, pen, lead_notes(report)),)


def _lead(report: Report, pen: Pen) -> tuple[Draft, ...]:
    return lead_slides(report, pen, key_numbers(report).figures)


class SlideKinds(Struct, frozen=True):
    """What plans the slides before and behind the sections, by kind, in the order they are shown."""

    opening: Mapping[str, Callable[[Report, Pen], Iterable[Draft]]]
    closing: Mapping[str, Callable[[Report, Pen], Iterable[Draft]]]


KINDS = SlideKinds(
    opening=MappingProxyType(
        {"title": _title, "agenda": agenda_slides, "key numbers": key_numbers_slides, "lead": _lead}
    ),
    closing=MappingProxyType({"honours": honour_slides, "closing": closing_slides}),
)


def plan_deck(
    report: Report, theme: Theme, fonts: Fonts, *, internal: bool = False, kinds: SlideKinds = KINDS
) -> Deck:
    """Every slide with its items placed, their layouts and the text to be spoken.

    ``internal``: notes hold the internal blocks too, under a head that says so; the slides are the same.
    Raises ReportgenError for a character no face has, and for a block that is higher than a slide.
    """
    if not internal:
        report = without_internal(report)
    pen = Pen(Typesetter(theme, fonts, Cache(), unbroken_names(report)), report)
    groups = _groups(report, pen, kinds)
    drafts = _distinct([draft for _, group in groups for draft in group])
    sheets = tuple(_sheet(i, draft, report) for i, draft in enumerate(drafts, start=1))
    _refuse_overflow(sheets, report)
    layouts, sheets = slide_layouts(sheets, drafts)
    names = iter(sheet.name for sheet in sheets)
    sections = tuple(SlideSection(name, tuple(next(names) for _ in group)) for name, group in groups)
    return Deck(
        title=report.title,
        sheets=sheets,
        author=report.organisation or report.byline,
        subject=report.series,
        layouts=layouts,
        sections=sections,
        master_art=signature_rule(report, pen),
        master_placeholders=master_placeholders(report, pen),
        organisation=report.organisation,
        date=report.date,
        builds=tuple(
            slide_build(sheet) for sheet, draft in zip(sheets, drafts, strict=True) if not draft.bare
        )
        if report.build
        else (),
        internal=internal,
    )


def _refuse_overflow(sheets: Sequence[Sheet], report: Report) -> None:
    """Nothing may reach into the footer: it would be clipped or overprinted."""
    problems = []
    for sheet in sheets:
        placed = [item for item in sheet.items if isinstance(item, TextBox | TableItem | ChartItem)]
        content = [item for item in placed if item.role not in ("running", "folio")]
        if max(item.rect.bottom for item in content) > canvas.SIZE[1] - FOOTER_ROOM and sheet.folio:
            zh = f"“{sheet.title}”有一块内容高于一页幻灯片，放不下"
            said = Message(zh, f"a block of '{sheet.title}' is higher than a slide")
            hint = Message("把长的一条分成几条", "split the long entry into several")
            problems.append(Problem(said, heading_place(report, sheet.section, sheet.title), hint))
    if problems:
        raise ReportgenError(*problems)


def _groups(report: Report, pen: Pen, kinds: SlideKinds) -> list[tuple[str, tuple[Draft, ...]]]:
    """Slides under the names of the sections they belong to."""
    opening = tuple(draft for kind in kinds.opening.values() for draft in kind(report, pen))
    groups = [(OPENING_SECTION, opening)]
    for i, section in enumerate(report.sections):
        own = Pen(pen.ts, report, i)
        groups.append((section.title, section_slides(report, i, own)))
    closing = tuple(draft for kind in kinds.closing.values() for draft in kind(report, pen))
    return [*groups, (CLOSING_SECTION, closing)] if closing else groups


def _distinct(drafts: Sequence[Draft]) -> list[Draft]:
    """A repeated title is marked as a continuation (X-02: titles are unique)."""
    titles = distinct([draft.title for draft in drafts])
    return [
        draft if draft.title == title else _continued(draft, title)
        for draft, title in zip(drafts, titles, strict=True)
    ]


def _continued(draft: Draft, title: str) -> Draft:
    items = tuple(
        _retitled(item, title, draft.pen)
        if isinstance(item, TextBox) and item.placeholder == "title"
        else item
        for item in draft.items
    )
    return replace(draft, title=title, items=items)


def _retitled(box: TextBox, title: str, pen: Pen) -> Item:
    colour = box.paragraphs[0].runs[0].style.colour
    (fresh,) = title_frame(title, pen, colour, most=len(box.lines)).items
    assert isinstance(fresh, TextBox)
    return replace(fresh, rect=fresh.rect.moved(box.rect.x, box.rect.y))


def _empty(item: Item) -> bool:
    return isinstance(item, TextBox) and not item.text


def _sheet(number: int, draft: Draft, report: Report) -> Sheet:
    """The draft with the art of its layout below its items, its footer and number above."""
    pen = draft.pen
    behind: Iterable[Item] = draft.art if draft.bare else (*signature_rule(report, pen), *draft.art)
    foot = footer_items(report, number, pen, draft.footer, draft.number) if draft.numbered else ()
    date = date_items(report.date, pen, draft.footer) if draft.dated else ()
    return Sheet(
        name=f"slide-{number}",
        size=canvas.SIZE,
        items=(*behind, *(item for item in (*draft.items, *date, *foot) if not _empty(item))),
        background=draft.background,
        section=draft.section,
        layout=draft.layout,
        title=draft.title,
        notes=draft.notes,
        folio=str(number) if draft.numbered else "",
    )
