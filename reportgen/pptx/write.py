"""A whole deck as one PPTX file."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from reportgen.fonts import Fonts
from reportgen.model.slide import ChartForm, Deck, FontSupply, Placeholder
from reportgen.model.theme import Theme
from reportgen.pptx.deck_build import DeckBuild


def write_deck(
    deck: Deck,
    theme: Theme,
    fonts: Fonts,
    created: datetime | None = None,
    supply: FontSupply = "embed",
    charts: ChartForm = "native",
) -> bytes:
    """The deck as PPTX bytes; the same deck gives the same bytes.

    ``created``: a date for the properties. ``supply``: faces embedded so that text can be typed in them,
    embedded with the characters in use, or named as an office computer has them. ``charts``: as
    PowerPoint's own and as shapes, to edit, or as pictures, to look as printed. A deck on a template has the
    template's own fonts.
    """
    if charts == "picture":
        deck = _with_pictures(deck)
    if deck.template is not None:
        from reportgen.pptx.template.deck import TemplateBuild  # only decks on a template

        return TemplateBuild(deck, deck.template, theme, fonts, charts).to_bytes(created)
    return DeckBuild(deck, theme, fonts, supply, charts).to_bytes(created)


def _with_pictures(deck: Deck) -> Deck:
    """The deck with placeholders for pictures where it has some for charts."""
    layouts = tuple(
        replace(layout, placeholders=tuple(_for_picture(holder) for holder in layout.placeholders))
        for layout in deck.layouts
    )
    return replace(deck, layouts=layouts)


def _for_picture(holder: Placeholder) -> Placeholder:
    return replace(holder, kind="picture") if holder.kind == "chart" else holder
