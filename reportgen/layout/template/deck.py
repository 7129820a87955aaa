"""The deck on a template: the slides of the story, numbered, their titles made distinct, each on its layout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from reportgen.cache import Cache
from reportgen.errors import ReportgenError
from reportgen.fonts import Fonts
from reportgen.layout.parts.names import unbroken_names
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.layout.slides.builds import slide_build
from reportgen.layout.template.compose import Composer
from reportgen.layout.template.draft import TemplateDraft
from reportgen.layout.template.pen import TemplatePen
from reportgen.layout.template.sheets import SheetSetter
from reportgen.layout.template.talk import TemplateTalk
from reportgen.model.report import Report
from reportgen.model.slide import ChartForm, Deck, SlideLayout, SlideSection
from reportgen.model.template import Template
from reportgen.model.theme import Theme
from reportgen.story.spoken import without_internal
from reportgen.story.titles import continuation, distinct

AT_ONCE = ("title", "section", "closing")  # slides without builds where others have them


def plan_template_deck(
    report: Report,
    template: Template,
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
    pen = TemplatePen(Typesetter(theme, fonts, Cache(), unbroken_names(report)), report)
    groups = TemplateTalk(report, Composer(template, pen, charts)).groups()
    drafts = _distinct([draft for _, group in groups for draft in group])
    setter = SheetSetter(report, template, pen)
    sheets = tuple(setter.sheet(number, draft) for number, draft in enumerate(drafts, 1))
    if setter.problems:
        raise ReportgenError(*setter.problems)
    names = iter(sheet.name for sheet in sheets)
    sections = tuple(SlideSection(name, tuple(next(names) for _ in group)) for name, group in groups)
    used = {use.layout.part: use.layout.name for use in template.uses.values()}
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
        template=template,
    )


def _distinct(drafts: Sequence[TemplateDraft]) -> list[TemplateDraft]:
    """A repeated title is marked as a continuation (X-02: titles are unique)."""
    counts = Counter(draft.title for draft in drafts)
    marked = distinct([draft.title for draft in drafts])
    return [
        replace(draft, title=title, longest=draft.title + continuation(counts[draft.title]))
        if counts[draft.title] > 1
        else draft
        for draft, title in zip(drafts, marked, strict=True)
    ]
