"""A draft as a sheet: its texts measured in the template's placeholders, its drawings checked against their area."""

from __future__ import annotations

from collections.abc import Container, Iterable

from msgspec.structs import replace

from reportgen.errors import Message, Place, Problem
from reportgen.layout.parts.block_place import item_place, text_place
from reportgen.layout.parts.heading_place import heading_place
from reportgen.layout.template.draft import TemplateDraft, Texts
from reportgen.layout.template.figures import inside
from reportgen.layout.template.holders import Setter
from reportgen.layout.template.pen import TemplatePen
from reportgen.layout.template.placed import loose
from reportgen.model.report import Report
from reportgen.model.sheet import ChartItem, Item, PictureItem, Role, Sheet, TableItem, TextBox
from reportgen.model.template import Template, TemplateHolder, TemplateSlot
from reportgen.story.word_list import Entry

ROLES: dict[TemplateSlot, Role] = {"title": "title", "subtitle": "label", "body": "body"}
FOOTER_SPARE = 1.2  # of the footer's size
NAMES: dict[str, str] = {"numeral": "数字", "label": "说明", "heading": "图题", "caption": "注"}


class SheetSetter:
    """Sets the slides of one report on one template; ``problems`` gathers what does not fit."""

    def __init__(self, report: Report, template: Template, pen: TemplatePen) -> None:
        self.report, self.template, self.pen = report, template, pen
        self.problems: list[Problem] = []

    def sheet(self, number: int, draft: TemplateDraft) -> Sheet:
        """The draft with its texts set, footer and number where its layout has them."""
        use = self.template.use(draft.role)
        texts: Texts = (("title", (Entry(_lines(draft)),)), *draft.texts)
        boxes = [self._set(draft, slot, entries) for slot, entries in texts]
        rects = {holder.key: holder.rect for holder in use.layout.holders}
        items = tuple(_free(item, rects) for item in draft.items)
        filled = [rects[key] for item in items if (key := getattr(item, "placeholder", "")) in rects]
        lowest = max((use.area, *filled), key=lambda area: area.bottom)
        outside = [item for item in items if not inside((item,), lowest)]
        if outside:
            places = (item_place(self.report, draft.section, item) for item in outside)
            self._refuse(draft, next(filter(None, places), None))
        return Sheet(
            name=f"slide-{number}",
            size=self.template.file.size,
            items=(*boxes, *items, *self._furniture(number, draft)),
            section=draft.section,
            layout=use.layout.part,
            title=draft.title,
            notes=draft.notes,
            folio=str(number),
        )

    def _set(self, draft: TemplateDraft, slot: TemplateSlot, entries: tuple[Entry, ...]) -> TextBox:
        setter = Setter(self.template.use(draft.role).holders[slot], self.pen)
        longest = (Entry(draft.longest),) if slot == "title" and draft.longest else entries
        share = setter.share(longest)
        if share is None:
            largest = max((entry.text for entry in entries), key=len)
            self._refuse(draft, text_place(self.report, draft.section, largest))
        return setter.box(entries, ROLES[slot], share or 1.0)

    def _furniture(self, number: int, draft: TemplateDraft) -> list[TextBox]:
        """The footer, as much of it as has one line, the report's date and the number; none on covers."""
        if draft.role in ("title", "closing"):
            return []
        layout, out = self.template.use(draft.role).layout, []
        report = self.report
        both = "　".join(part for part in (report.series, report.organisation) if part)
        for holder in layout.of_kind("ftr"):
            out += self._on_one_line(holder, (both, report.series, report.organisation))
        for holder in layout.of_kind("dt"):
            out += self._on_one_line(holder, (report.date,))
        for holder in layout.of_kind("sldNum"):
            out.append(Setter(holder, self.pen).box((Entry(str(number)),), "folio"))
        return out

    def _on_one_line(self, holder: TemplateHolder, texts: Iterable[str]) -> list[TextBox]:
        """The first of the texts that has one line; LibreOffice sets a master's footers larger than they are."""
        setter = Setter(holder, self.pen)
        fitting = (t for t in texts if t and len(setter.box((Entry(t),), share=FOOTER_SPARE).lines) == 1)
        return [setter.box((Entry(text),), "running") for text in fitting][:1]

    def _refuse(self, draft: TemplateDraft, place: Place | None) -> None:
        """A text or a drawing that the layout's boxes cannot hold, reported at its place or under its heading."""
        report, layout = self.report, self.template.use(draft.role).layout.name
        if place is None and draft.section is not None:
            place = heading_place(report, draft.section, draft.title)
        said = Message(
            f"“{draft.title}”有一块内容在模板版式“{layout}”里放不下",
            f"a block of '{draft.title}' does not fit the template's layout '{layout}'",
        )
        hint = Message("把长的一条分成几条，或换一个版式", "split the long entry, or map a roomier layout")
        problem = Problem(said, place or report.template_place, hint)
        if problem not in self.problems:
            self.problems.append(problem)


def _lines(draft: TemplateDraft) -> str:
    """The title as its author breaks it; a continuation's is not broken."""
    whole = "".join(draft.lines) == "".join(draft.title.split())
    return "\n".join(draft.lines) if whole else draft.title


def _free(item: Item, held: Container[str]) -> Item:
    """What is in no placeholder of the template has a name instead."""
    if isinstance(item, TextBox | ChartItem | TableItem | PictureItem) and item.placeholder in held:
        return item
    if isinstance(item, TextBox):
        return replace(item, placeholder="", name=item.name or NAMES.get(item.role, "文字"))
    if isinstance(item, ChartItem):
        return loose(replace(item, placeholder=""))
    if isinstance(item, TableItem | PictureItem):
        return replace(item, placeholder="")
    return item
