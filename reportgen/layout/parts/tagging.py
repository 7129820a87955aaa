"""Which structure elements items are in: set where items are placed, from the inside out."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from reportgen.layout.parts.frame import Frame
from reportgen.model.sheet import Item
from reportgen.model.structure import Element

CAPTION = Element("Caption")
HEADING = Element("Heading")
LABEL = Element("Lbl")
LABELLED = Element("LBody")
REFERENCE = (Element("Reference"), Element("Link"))
CALLOUTS = Element("L", "callouts")


def tagged_items(items: Iterable[Item], *elements: Element) -> tuple[Item, ...]:
    """The items inside these elements, the outermost first, which go around those they have already."""
    return tuple(replace(item, within=(*elements, *item.within)) for item in items)


def tagged(frame: Frame, *elements: Element) -> Frame:
    """The frame with all its items inside these elements."""
    return replace(frame, items=tagged_items(frame.items, *elements))


def entry(key: str) -> Element:
    """An item of a list."""
    return Element("LI", key)


def described(alt: str) -> Element:
    """A figure with its text alternative."""
    return Element("Figure", alt, alt)


def sect(key: str) -> Element:
    """A section, subsection or page of its own."""
    return Element("Sect", key)
