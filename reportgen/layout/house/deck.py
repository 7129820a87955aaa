"""The deck on a template: the slides of the story, numbered, their titles made distinct, each on its layout."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from reportgen.errors import ReportgenError
from reportgen.fonts import Fonts
from reportgen.layout.house.compose import Composer
from reportgen.layout.house.draft import HouseDraft
from reportgen.layout.house.pen import HousePen
from reportgen.layout.house.sheets import SheetSetter
from reportgen.layout.house.story import Story
from reportgen.layout.names import unbroken_names
from reportgen.layout.slides.builds import slide_build
from reportgen.layout.slides.continuation import continuation
from reportgen.layout.slides.notes import without_internal
from reportgen.layout.typesetter import Typesetter
from reportgen.model.house import House
from reportgen.model.report import Report
from reportgen.model.slide import ChartForm, Deck, SlideLayout, SlideSection
from reportgen.model.theme import Theme

AT_ONCE = ("title", "section", "closing")  # slides that are there at once where others build up


def plan_house_deck(
    report: Report,
    house: House,
    theme: Theme,
    fonts: Fonts,
    *,
    internal: bool = False,
    charts: ChartForm = "native",
) -> Deck:
    """Every slide with its texts measured in the template's placeholders; ``theme``: in the template's colours.

    Raises ReportgenError for texts and drawings that the template's boxes cannot hold.
    """
    if not internal:
        report = without_internal(report)
    pen = HousePen(Typesetter(theme, fonts, unbroken_names(report)), report)
    groups = Story(report, Composer(house, pen, charts)).groups()
    drafts = _distinct([draft for _, group in groups for draft in group])
    setter = SheetSetter(report, house, pen)
    sheets = tuple(setter.sheet(number, draft) for number, draft in enumerate(drafts, 1))
    if setter.problems:
        raise ReportgenError(*setter.problems)
    names = iter(sheet.name for sheet in sheets)
    sections = tuple(SlideSection(name, tuple(next(names) for _ in group)) for name, group in groups)
    used = {use.layout.part: use.layout.name for use in house.uses.values()}
    return Deck(
        title=report.title,
        sheets=sheets,
        author=report.organisation or report.byline,
        subject=report.series,
        layouts=tuple(SlideLayout(part, name, ()) for part, name in used.items()),
        sections=sections,
        organisation=report.organisation,
        date=report.date,
        builds=tuple(slide_build(s) for s, d in zip(sheets, drafts, strict=True) if d.role not in AT_ONCE)
        if report.build
        else (),
        internal=internal,
        house=house,
    )


def _distinct(drafts: Sequence[HouseDraft]) -> list[HouseDraft]:
    """A title that comes again is marked as a continuation (X-02: titles are unique)."""
    counts: dict[str, int] = {}
    marked = []
    for draft in drafts:
        count = counts[draft.title] = counts.get(draft.title, 0) + 1
        marked.append(draft.title + continuation(count) if count > 1 else draft.title)
    return [
        replace(draft, title=title, longest=draft.title + continuation(counts[draft.title]))
        if counts[draft.title] > 1
        else draft
        for draft, title in zip(drafts, marked, strict=True)
    ]
