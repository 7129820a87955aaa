"""What a deck has beside its slides: layouts with their placeholders and art, and the sections."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from reportgen.lengths import Rect
from reportgen.model.sheet import Anchor, Document, Shape, TextBox
from reportgen.model.template import Template
from reportgen.model.text import Level
from reportgen.model.theme import Colour

PlaceholderKind = Literal[
    "title", "center-title", "subtitle", "body", "chart", "table", "picture", "footer", "date", "number"
]


# What a deck carries of its faces: enough to type on, the characters in use, or the names of system faces.
FontSupply = Literal["embed", "subset", "system"]


# How a deck holds its charts: PowerPoint's own where it has the kind and shapes elsewhere, or a picture of each.
ChartForm = Literal["native", "picture"]


class Placeholder(Struct, frozen=True):
    """A placeholder of a layout: its frame as written, and how text typed into it looks.

    ``levels``: the look of each level of its list, at most nine; ``specimen``: the prompt (None: no text).
    """

    key: str  # what items name in ``placeholder``
    kind: PlaceholderKind
    name: str  # as the selection pane shows it
    rect: Rect
    specimen: TextBox | None = None
    levels: tuple[Level, ...] = ()
    anchor: Anchor = "top"


class SlideLayout(Struct, frozen=True):
    """A layout: placeholders, and the vector art behind every slide made from it.

    ``bare``: the master's art does not show through (full-colour slides). ``recoloured``: sections of several
    colours share it; the colour of its text means that of the slide's section.
    """

    key: str  # what ``Sheet.layout`` names
    name: str
    placeholders: tuple[Placeholder, ...]
    art: tuple[Shape, ...] = ()
    background: Colour | None = None
    bare: bool = False
    recoloured: bool = False

    def placeholder(self, key: str) -> Placeholder | None:
        return next((holder for holder in self.placeholders if holder.key == key), None)


class SlideSection(Struct, frozen=True):
    """A run of slides under one name, by the names of their sheets."""

    name: str
    sheets: tuple[str, ...]


class Appearance(Struct, frozen=True):
    """An item of a sheet, by its place among the items, or one paragraph of it."""

    item: int
    paragraph: int | None = None


Click = tuple[Appearance, ...]


class SlideBuild(Struct, frozen=True):
    """What appears on a sheet at each click of the speaker."""

    sheet: str
    clicks: tuple[Click, ...]


class Deck(Document, frozen=True):
    """A document of slides. Sheets hold the art of their layout too, so any back end can draw them."""

    layouts: tuple[SlideLayout, ...] = ()
    sections: tuple[SlideSection, ...] = ()
    master_art: tuple[Shape, ...] = ()
    master_placeholders: tuple[Placeholder, ...] = ()
    builds: tuple[SlideBuild, ...] = ()  # none: slides are there at once
    organisation: str = ""
    internal: bool = False  # holds words that must not leave the office
    template: Template | None = None  # the office's own template it is made on

    def layout(self, key: str) -> SlideLayout:
        """The layout of that key; KeyError where there is none."""
        for layout in self.layouts:
            if layout.key == key:
                return layout
        raise KeyError(key)
