"""Two short neighbours on one slide of a template, each in a placeholder of the layout with two columns."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from reportgen.layout.slides.canvas import GAP
from reportgen.layout.slides.pen import Pen
from reportgen.layout.slides.sharing import MOST_NUMBERS, Waiting, narrow
from reportgen.layout.template.compose import Composer
from reportgen.layout.template.draft import TemplateDraft
from reportgen.layout.template.figures import drawn_of, in_column, inside
from reportgen.layout.template.holders import Setter
from reportgen.lengths import Rect
from reportgen.model.report import Subsection
from reportgen.model.sheet import Item
from reportgen.model.template import TemplateHolder, TemplateUse
from reportgen.story.pieces import Piece, untitled
from reportgen.story.spoken import notes_of
from reportgen.story.titles import shared_title
from reportgen.story.word_list import Entry, entries_of

TEXT_KINDS = ("body", "obj")
SIZES = (1.0, 0.9, 0.8, 0.75, 0.7)  # of the template's
SMALLEST = 18.0  # points; no shared slide sets its words smaller


def shared(waiting: tuple[Waiting, ...], composer: Composer) -> TemplateDraft | None:
    """The slide of two neighbours, all their words at one size; None where one of them needs more room."""
    use = composer.template.uses.get("two-columns")
    if use is None or use.holders["area"].kind not in TEXT_KINDS:
        return None
    if not all(narrow(pieces, MOST_NUMBERS[len(waiting)]) for _, pieces in waiting):
        return None
    title = shared_title(sub for sub, _ in waiting)
    if not _on_one_line(title, use.holders["title"], composer):
        return None
    sizes = (_columns(waiting, use, share, composer) for share in SIZES)
    items = next((columns for columns in sizes if columns is not None), None)
    notes = tuple(line for sub, _ in waiting for line in notes_of(sub))
    return TemplateDraft("two-columns", title, items=items, notes=notes) if items is not None else None


def _on_one_line(title: str, holder: TemplateHolder, composer: Composer) -> bool:
    setter = Setter(holder, composer.pen)
    return any(len(setter.box((Entry(title),), share=share).lines) == 1 for share in SIZES)


def _columns(
    waiting: Sequence[Waiting], use: TemplateUse, share: float, composer: Composer
) -> tuple[Item, ...] | None:
    """The passages in the placeholders from left to right, their numbers at one height where they can be.

    None where one of them is too high.
    """
    holders = sorted((use.holders["area"], use.holders["body"]), key=lambda holder: holder.rect.x)
    columns = [
        _HolderColumn(*one, holder, share, composer.pen) for one, holder in zip(waiting, holders, strict=True)
    ]
    if any(column.smallest < SMALLEST for column in columns):
        return None
    lowest = max((column.top for column in columns if column.drawn), default=0.0)
    for tops in ([lowest, lowest], [column.top for column in columns]):
        placed = [column.items(top) for column, top in zip(columns, tops, strict=True)]
        if all(items is not None for items in placed):
            return tuple(item for items in placed if items is not None for item in items)
    return None


class _HolderColumn:
    """A passage's words under its kicker in a placeholder, its numbers below them."""

    def __init__(
        self, sub: Subsection, pieces: Sequence[Piece], holder: TemplateHolder, share: float, pen: Pen
    ) -> None:
        plain = [untitled(piece, sub.kicker) for piece in pieces]
        words = entries_of(plain, sub.text)
        if sub.kicker:
            words = (Entry(sub.kicker), *(replace(entry, level=entry.level + 1) for entry in words))
        self.drawn, self.holder, self.pen = drawn_of(plain, pen.report), holder, pen
        self.words = (Setter(holder, pen).box(words, share=share),) if words else ()

    @property
    def smallest(self) -> float:
        """Points of its smallest words."""
        paragraphs = (paragraph for box in self.words for paragraph in box.paragraphs)
        return min((paragraph.runs[0].style.size for paragraph in paragraphs), default=SMALLEST)

    @property
    def top(self) -> float:
        """Where its numbers may begin, in points from the top."""
        return self.holder.room.y + sum(box.rect.height + GAP for box in self.words)

    def items(self, top: float) -> tuple[Item, ...] | None:
        """Words and, from the top on, numbers; None where they need more room than there is."""
        room = self.holder.room
        if any(box.rect.height > room.height for box in self.words):
            return None
        if not self.drawn:
            return self.words
        area = Rect(room.x, top, room.width, room.bottom - top)
        items, left = in_column(self.drawn, area, self.pen)
        below = self.holder.anchor == "t" or not self.words
        return (*self.words, *items) if below and not left and inside(items, area) else None
