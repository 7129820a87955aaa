"""An office's own PowerPoint template as a deck is planned on it: layouts, placeholders, boxes, type, colours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from reportgen.lengths import Edges, Rect

# Our kinds of slides that a template's layouts serve, and the places texts and drawings go to.
TemplateRole = Literal["title", "agenda", "section", "text", "figure", "two-columns", "closing"]
TemplateSlot = Literal["title", "subtitle", "body", "area"]


class TemplateLook(Struct, frozen=True):
    """How one list level of a placeholder sets its text, in points."""

    size: float
    leading: float  # of the tallest natural line among usual Chinese faces, where the template gives a share
    before: float = 0.0
    margin: float = 0.0  # left edge of the lines
    indent: float = 0.0  # of the first line, against the margin
    bold: bool = False
    exact: bool = False  # the leading is given in points and stays when the text is set smaller

    def leading_at(self, size: float) -> float:
        return self.leading if self.exact else self.leading * size / self.size


class TemplateHolder(Struct, frozen=True):
    """A placeholder of a template's layout; ``kind`` as in ``p:ph``'s type (``obj`` where none is given)."""

    index: int
    kind: str
    name: str
    rect: Rect
    inset: Edges
    looks: tuple[TemplateLook, ...]  # by list level
    vertical: bool = False  # its text runs downwards
    anchor: str = "t"  # top, middle (ctr) or bottom (b), as in ``a:bodyPr``

    @property
    def key(self) -> str:
        """What text boxes name in ``placeholder``."""
        return f"{self.kind}:{self.index}"

    def look(self, level: int) -> TemplateLook:
        return self.looks[min(level, len(self.looks) - 1)]

    @property
    def room(self) -> Rect:
        """The box its text is set in."""
        rect, inset = self.rect, self.inset
        width, height = rect.width - inset.left - inset.right, rect.height - inset.top - inset.bottom
        return Rect(rect.x + inset.left, rect.y + inset.top, width, height)


class TemplateLayout(Struct, frozen=True):
    """A layout of the template; ``part`` is its name in the package, ``kind`` PowerPoint's own name for it.

    ``ground``, ``ink``: RRGGBB of the ground under drawings and of body text, which need not be bg1 and tx1.
    """

    part: str
    name: str
    kind: str
    holders: tuple[TemplateHolder, ...]
    colours: Mapping[str, str]  # RRGGBB by the names slides use: bg1, tx1, bg2, tx2, accent1 … accent6
    ground: str
    ink: str

    def of_kind(self, *kinds: str) -> tuple[TemplateHolder, ...]:
        return tuple(holder for holder in self.holders if holder.kind in kinds)


class TemplateFile(Struct, frozen=True):
    """A whole template: its file, slide size in points and layouts in its own order."""

    name: str
    data: bytes
    size: tuple[float, float]
    layouts: tuple[TemplateLayout, ...]


class TemplateUse(Struct, frozen=True):
    """One of our kinds of slides on a layout: which placeholder takes what; ``area`` takes what is drawn."""

    layout: TemplateLayout
    holders: Mapping[TemplateSlot, TemplateHolder]
    area: Rect


class Template(Struct, frozen=True):
    """A template with every kind of slide resolved to a layout of it.

    ``two-columns`` may be missing: text and drawings then take slides of their own.
    """

    file: TemplateFile
    uses: Mapping[TemplateRole, TemplateUse]

    def use(self, role: TemplateRole) -> TemplateUse:
        """The layout for that kind of slide; KeyError where the template has none."""
        return self.uses[role]
