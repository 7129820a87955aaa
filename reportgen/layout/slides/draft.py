"""A slide before it is numbered: its items, its layout and its notes."""

from __future__ import annotations

from msgspec import Struct

from reportgen.layout.slides.pen import Pen
from reportgen.model.sheet import Item, Shape
from reportgen.model.theme import Colour


class Draft(Struct, frozen=True):
    """``art``: what the layout shows behind the items; ``bare``: without the master's art."""

    layout: str
    layout_name: str
    title: str
    items: tuple[Item, ...]
    pen: Pen
    notes: tuple[str, ...] = ()
    art: tuple[Shape, ...] = ()
    background: Colour | None = None
    bare: bool = False
    section: int | None = None
    footer: Colour | None = None  # colour of the footer; None: grey
    number: Colour | None = None  # colour of the slide number; None: text black
    numbered: bool = True

    @property
    def dated(self) -> bool:
        """Whether the foot has a place for the date: on full-colour slides the ornament is there."""
        return self.numbered and not self.bare
