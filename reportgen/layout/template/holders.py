"""Text into a template's placeholders: measured at the type they set, over as many slides as it needs."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from reportgen.layout.parts.typesetter import shifted
from reportgen.layout.slides.pen import Pen
from reportgen.layout.template.pen import BOLD, PLAIN
from reportgen.lengths import Rect
from reportgen.model.sheet import Role, TextBox
from reportgen.model.template import TemplateHolder
from reportgen.model.text import Line, Run, Style, StyledParagraph
from reportgen.story.word_list import Entry

SHARES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)  # of the template's size, where one paragraph is too long for its box
READABLE = 0.7  # of the template's size: words that need not be there are no smaller
SHRUNK = 0.8  # of the template's size, rather than using another slide
EVEN = (0.5, 0.6, 0.7, 0.8, 0.9)  # of a box's height that text over several slides may fill


class Setter(Struct, frozen=True):
    """Sets text in one placeholder."""

    holder: TemplateHolder
    pen: Pen

    def box(self, entries: Sequence[Entry], role: Role = "body", share: float = 1.0) -> TextBox:
        """The entries in the placeholder's box, at that share of its size."""
        room = self.holder.room
        paragraphs, lines, y = [], [], 0.0
        for entry in entries:
            paragraph = self._paragraph(entry, share)
            set_lines = self._lines(paragraph)
            y += paragraph.space_before
            lines += [_beside(shifted(line, y), self.holder.look(entry.level).margin) for line in set_lines]
            y += paragraph.leading * max(1, len(set_lines))
            paragraphs.append(paragraph)
        return TextBox(
            replace(room, height=y), tuple(paragraphs), tuple(lines), role, self.holder.name, self.holder.key
        )

    def share(self, entries: Sequence[Entry]) -> float | None:
        """The share of the template's size at which all entries fit one box; None where even the smallest is too large."""
        room = self.holder.room.height + 0.5
        return next((s for s in SHARES if self.box(entries, share=s).rect.height <= room), None)

    def above(self, entries: Sequence[Entry], gap: float, share: float = 1.0) -> tuple[TextBox, Rect]:
        """The entries in the placeholder's box, and what they leave of it below a gap; its height may be negative."""
        room, box = self.holder.room, self.box(entries, share=share)
        taken = box.rect.height + gap
        return box, Rect(room.x, room.y + taken, room.width, room.height - taken)

    def height(self, entries: Sequence[Entry]) -> float:
        """Points the entries take at the template's size."""
        return sum(map(self._height, entries))

    def pages(self, entries: Sequence[Entry]) -> tuple[tuple[Entry, ...], ...]:
        """The entries cut into boxes of about equal length, none fuller than the placeholder.

        What fits one box a little smaller, as office programs shrink text on overflow, is not cut. A single entry may still be longer than the placeholder at its full size.
        """
        room = self.holder.room.height
        fewest = self._cut(entries, room)
        if len(fewest) < 2:
            return fewest
        if (self.share(entries) or 0.0) >= SHRUNK:
            return (tuple(entries),)
        even = (self._cut(entries, room * share) for share in EVEN)
        return next((pages for pages in even if len(pages) == len(fewest)), fewest)

    def _cut(self, entries: Sequence[Entry], room: float) -> tuple[tuple[Entry, ...], ...]:
        pages: list[tuple[Entry, ...]] = []
        left = tuple(entries)
        while left:
            page = self._first(left, room)
            pages.append(page)
            left = carried_on(page, left[len(page) :])
        return tuple(pages)

    def _first(self, entries: Sequence[Entry], room: float) -> tuple[Entry, ...]:
        """As many entries as the room takes, at least one; they never end with a head alone."""
        used, count = 0.0, 0
        for entry in entries:
            used += self._height(entry)
            if count and used > room:
                break
            count += 1
        least = 2 if len(entries) > 1 and entries[1].level else 1  # a head with its first line
        while least < count < len(entries) and entries[count].level and not entries[count - 1].level:
            count -= 1
        return tuple(entries[: max(least, count)])

    def _height(self, entry: Entry) -> float:
        paragraph = self._paragraph(entry, 1.0)
        return paragraph.space_before + paragraph.leading * max(1, len(self._lines(paragraph)))

    def _paragraph(self, entry: Entry, share: float) -> StyledParagraph:
        look = self.holder.look(entry.level)
        size = round(look.size * share * 2) / 2
        style = Style(BOLD if look.bold else PLAIN, size, self.pen.ink())
        runs = (Run(entry.text, style),)
        return StyledParagraph(
            runs, look.leading_at(size), space_before=look.before * share, level=entry.level
        )

    def _lines(self, paragraph: StyledParagraph) -> tuple[Line, ...]:
        """The paragraph's lines at its level's width; ``space_before`` is added by the caller."""
        look = self.holder.look(paragraph.level)
        width = self.holder.room.width - look.margin - max(0.0, look.indent)
        return self.pen.lay((replace(paragraph, space_before=0.0),), width).lines


def _beside(line: Line, margin: float) -> Line:
    runs = tuple(replace(run, x=run.x + margin) for run in line.runs)
    return replace(line, x=line.x + margin, runs=runs)


def carried_on(page: Sequence[Entry], left: Sequence[Entry]) -> tuple[Entry, ...]:
    """What is left after a page, under its head again where the page ends inside a list."""
    if not left or not left[0].level:
        return tuple(left)
    head = next((entry for entry in reversed(page) if not entry.level), None)
    return (head, *left) if head is not None else tuple(left)
