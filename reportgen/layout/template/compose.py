"""Which layouts a passage needs: words alone, drawings alone, drawings under a few words or beside more."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from reportgen.charts.kinds import kind_of
from reportgen.layout.slides import canvas
from reportgen.layout.template.draft import TemplateDraft
from reportgen.layout.template.figures import (
    Drawn,
    FittedFigures,
    fits_column,
    in_column,
    inside,
    is_number,
    least_height,
    needs_values,
    over_area,
    roomy,
)
from reportgen.layout.template.holders import SHARES, SHRUNK, Setter, carried_on
from reportgen.layout.template.pen import TemplatePen
from reportgen.layout.template.placed import TABLE_HOLDERS, in_holder, parted, takes
from reportgen.model.chart import ChartSpec
from reportgen.model.sheet import Item
from reportgen.model.slide import ChartForm
from reportgen.model.template import Template, TemplateHolder, TemplateRole, TemplateSlot
from reportgen.story.word_list import Entry

FEW, MOST = (
    0.36,
    0.62,
)  # of the body's height: words over drawings where the template has a layout of two columns, and where not

DRAWN_ON: tuple[TemplateRole, ...] = ("figure", "two-columns")
Entries = tuple[Entry, ...]
Step = tuple[TemplateDraft, tuple[Drawn, ...], Entries]  # a slide; what is left to draw and to say


class Composer(Struct, frozen=True):
    """Composes slides of one title on one template; ``charts``: how charts are written (a picture of one does not fill a chart placeholder)."""

    template: Template
    pen: TemplatePen
    charts: ChartForm = "native"

    def slides(self, title: str, drawn: Sequence[Drawn], words: Entries) -> list[TemplateDraft]:
        """As many slides as the drawings and words need."""
        drafts: list[TemplateDraft] = []
        least = min(use.area.height for role, use in self.template.uses.items() if role in DRAWN_ON)
        left = tuple(part for piece in drawn for part in roomy(piece, least, self.pen.report))
        while left:
            ways = [self._under, self._two_columns]
            if self._holds(self._columns("area"), left):
                ways.reverse()  # beside the words the drawing has a placeholder of its own
            steps = (way(title, left, words) for way in ways)
            draft, left, words = next(filter(None, steps), None) or self._alone(title, left, words)
            drafts.append(draft)
        return [*drafts, *self.lists("text", title, words)]

    def lists(self, role: TemplateRole, title: str, words: Entries) -> list[TemplateDraft]:
        """Slides of words alone."""
        return [TemplateDraft(role, title, (("body", page),)) for page in self._pages(role, words)]

    def _under(self, title: str, drawn: Sequence[Drawn], words: Entries) -> Step | None:
        """A few words in the text layout's body, drawings below them; None where that is too little room."""
        body = self.template.use("text").holders["body"]
        if not words or body.anchor != "t":
            return None
        most = FEW if "two-columns" in self.template.uses else MOST
        for share in (share for share in SHARES if share >= SHRUNK):
            box, area = Setter(body, self.pen).above(words, canvas.GAP, share)
            if area.height < max((1 - most) * body.room.height, least_height(drawn[0])):
                continue
            items, left = over_area(drawn, area, self.pen)
            if left and all(map(is_number, left)) and not is_number(drawn[0]):
                return None  # the words go with the numbers rather than leave them alone on the next
            if inside(items, area):
                return TemplateDraft("text", title, items=(box, *items)), left, ()
        return None

    def _two_columns(self, title: str, drawn: Sequence[Drawn], words: Entries) -> Step | None:
        """Drawings in one column, as many of the words as fit in the other.

        None where the template has no such layout, the drawing needs the width, or a large chart would split a list.
        """
        use = self.template.uses.get("two-columns")
        if not words or use is None or not fits_column(drawn[0], use.area.width):
            return None
        pages = self._pages("two-columns", words)
        if len(pages) > len(self._pages("text", words)) and not is_number(drawn[0]):
            return None
        items, left = in_column(drawn, use.area, self.pen)
        if len(left) == len(drawn) - 1:
            items = self._placed(drawn[:1], use.holders["area"]) or items
        below, left = self._below(pages[0], left) if len(pages) < 2 else ((), left)
        if left and len(pages) < 2 and all(map(is_number, drawn)) and self._on_one(drawn):
            return None  # all of them together on a slide rather than some alone on the next
        draft = TemplateDraft("two-columns", title, (("body", pages[0]),), (*items, *below))
        return draft, left, carried_on(pages[0], words[len(pages[0]) :])

    def _below(self, words: Entries, drawn: tuple[Drawn, ...]) -> FittedFigures:
        """Numbers that a column has room for under its words at their full size."""
        body = self.template.use("two-columns").holders["body"]
        _, area = Setter(body, self.pen).above(words, canvas.GAP)
        numbers = drawn and all(map(is_number, drawn)) and body.anchor == "t"
        if not numbers or area.height < sum(map(least_height, drawn)):
            return (), drawn
        items, left = in_column(drawn, area, self.pen)
        return (items, left) if inside(items, area) else ((), drawn)

    def _on_one(self, numbers: Sequence[Drawn]) -> bool:
        """Whether the numbers are on one slide of their own."""
        area = self.template.use("figure").area
        items, left = over_area(numbers, area, self.pen)
        return not left and inside(items, area)

    def _alone(self, title: str, drawn: Sequence[Drawn], words: Entries) -> Step:
        """One drawing in a placeholder that takes it, else drawings over the whole area."""
        if parts := self._parted(drawn):
            return TemplateDraft("two-columns", title, items=parts), tuple(drawn[1:]), words
        places: tuple[tuple[TemplateRole, TemplateSlot], ...] = (("figure", "area"), ("text", "body"))
        for role, slot in places:
            if placed := self._placed(drawn, self.template.use(role).holders.get(slot)):
                return TemplateDraft(role, title, items=placed), tuple(drawn[1:]), words
        items, left = over_area(drawn, self.template.use("figure").area, self.pen)
        return TemplateDraft("figure", title, items=items), left, words

    def _parted(self, drawn: Sequence[Drawn]) -> tuple[Item, ...] | None:
        """A doughnut and its values in the placeholders of the layout with two columns, where both take them."""
        ring, values, first = self._columns("area"), self._columns("body"), drawn[0]
        if not (
            isinstance(first, ChartSpec) and kind_of(first).slide.form == "ring" and self._holds(ring, drawn)
        ):
            return None
        if ring is None or values is None or values.kind not in TABLE_HOLDERS:
            return None
        return parted(first, ring, values, self.pen)

    def _placed(self, drawn: Sequence[Drawn], holder: TemplateHolder | None) -> tuple[Item, ...] | None:
        """The first drawing in the placeholder; None where it cannot be there."""
        if holder is None or not self._holds(holder, drawn) or needs_values(drawn[0]):
            return None
        return in_holder(drawn[0], holder, self.pen)

    def _holds(self, holder: TemplateHolder | None, drawn: Sequence[Drawn]) -> bool:
        """Whether the first drawing may be alone in the placeholder: its type allows it, no other number joins it."""
        first = drawn[0]
        in_row = is_number(first) and sum(map(is_number, drawn)) > 1
        shown = self.charts == "native" or not isinstance(first, ChartSpec)
        return shown and not in_row and takes(holder, first)

    def _columns(self, slot: TemplateSlot) -> TemplateHolder | None:
        use = self.template.uses.get("two-columns")
        return use.holders[slot] if use is not None else None

    def _pages(self, role: TemplateRole, words: Entries) -> tuple[Entries, ...]:
        return Setter(self.template.use(role).holders["body"], self.pen).pages(words)
