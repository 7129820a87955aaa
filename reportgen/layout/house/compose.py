"""Which layouts a passage asks for: words alone, drawings alone, drawings under a few words or beside more."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from reportgen.layout.house.draft import HouseDraft
from reportgen.layout.house.entries import Entry
from reportgen.layout.house.figures import (
    Drawn,
    fits_column,
    in_column,
    inside,
    is_number,
    least_height,
    over_area,
)
from reportgen.layout.house.holders import Setter, carried_on
from reportgen.layout.house.pen import HousePen
from reportgen.layout.slides import canvas
from reportgen.model.house import House, HouseRole
from reportgen.units import Rect

FEW, MOST = (
    0.36,
    0.62,
)  # of the body's height: words over drawings where there is, and is no, layout of two columns

Entries = tuple[Entry, ...]
Step = tuple[HouseDraft, tuple[Drawn, ...], Entries]  # a slide; what is left to draw and to say


class Composer(Struct, frozen=True):
    """Composes slides of one title on one template."""

    house: House
    pen: HousePen

    def slides(self, title: str, drawn: Sequence[Drawn], words: Entries) -> list[HouseDraft]:
        """As many slides as the drawings and words need."""
        drafts: list[HouseDraft] = []
        left = tuple(drawn)
        while left:
            draft, left, words = (
                self._under(title, left, words)
                or self._two_columns(title, left, words)
                or self._alone(title, left, words)
            )
            drafts.append(draft)
        return [*drafts, *self.lists("text", title, words)]

    def lists(self, role: HouseRole, title: str, words: Entries) -> list[HouseDraft]:
        """Slides of words alone."""
        return [HouseDraft(role, title, (("body", page),)) for page in self._pages(role, words)]

    def _under(self, title: str, drawn: Sequence[Drawn], words: Entries) -> Step | None:
        """A few words in the text layout's body, drawings below them; None where that is too little room."""
        body = self.house.use("text").holders["body"]
        room = body.room
        taken = Setter(body, self.pen).height(words) + canvas.GAP
        most = FEW if "two-columns" in self.house.uses else MOST
        area = Rect(room.x, room.y + taken, room.width, room.height - taken)
        if (
            not words
            or body.anchor != "t"
            or taken > most * room.height
            or area.height < least_height(drawn[0])
        ):
            return None
        items, left = over_area(drawn, area, self.pen)
        return (
            (HouseDraft("text", title, (("body", words),), items), left, ()) if inside(items, area) else None
        )

    def _two_columns(self, title: str, drawn: Sequence[Drawn], words: Entries) -> Step | None:
        """Drawings in one column, as many of the words as fit in the other.

        None where the template has no such layout, the drawing needs the width, or a large chart would tear a list apart.
        """
        use = self.house.uses.get("two-columns")
        if not words or use is None or not fits_column(drawn[0], use.area.width):
            return None
        pages = self._pages("two-columns", words)
        if len(pages) > len(self._pages("text", words)) and not is_number(drawn[0]):
            return None
        items, left = in_column(drawn, use.area, self.pen)
        draft = HouseDraft("two-columns", title, (("body", pages[0]),), items)
        return draft, left, carried_on(pages[0], words[len(pages[0]) :])

    def _alone(self, title: str, drawn: Sequence[Drawn], words: Entries) -> Step:
        """Drawings over the whole area."""
        items, left = over_area(drawn, self.house.use("figure").area, self.pen)
        return HouseDraft("figure", title, items=items), left, words

    def _pages(self, role: HouseRole, words: Entries) -> tuple[Entries, ...]:
        return Setter(self.house.use(role).holders["body"], self.pen).pages(words)
