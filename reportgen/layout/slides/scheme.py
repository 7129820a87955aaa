"""The colour scheme of an office file: which token each of its twelve slots holds."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reportgen.model.theme import Colour, Theme

# The scheme slot each token fills (ISO 29500-1 §20.1.6.2); hyperlinks take text-safe accents.
SLOTS: Mapping[str, str] = MappingProxyType(
    {
        "dk1": "ink-text",
        "lt1": "white",
        "dk2": "ink-900",
        "lt2": "silk",
        "accent1": "a1-500",
        "accent2": "a2-500",
        "accent3": "brand-500",
        "accent4": "a1-700",
        "accent5": "a2-400",
        "accent6": "brand-400",
        "hlink": "a2-500",
        "folHlink": "a1-700",
    }
)
# On layouts that sections of several colours share this slot means the text colour of the slide's section.
SECTION = "accent4"


def slot_of(colour: Colour, theme: Theme) -> str | None:
    """The slot that holds the colour as it is; None where it is a variation of one."""
    found = (slot for slot, token in SLOTS.items() if token == colour.token)
    return next(found, None) if theme.colours.get(colour.token) == colour else None
