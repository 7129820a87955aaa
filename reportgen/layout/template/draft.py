"""A slide on a template before it is numbered: the words of each placeholder, its drawings, its notes."""

from __future__ import annotations

from msgspec import Struct

from reportgen.model.sheet import Item
from reportgen.model.template import TemplateRole, TemplateSlot
from reportgen.story.word_list import Entry

Texts = tuple[tuple[TemplateSlot, tuple[Entry, ...]], ...]


class TemplateDraft(Struct, frozen=True):
    """``role``: which kind of slide, and so which layout of the template."""

    role: TemplateRole
    title: str
    texts: Texts = ()
    items: tuple[Item, ...] = ()
    notes: tuple[str, ...] = ()
    section: int | None = None
    lines: tuple[str, ...] = ()  # of the title, where its author breaks it
    longest: str = ""  # the title with its longest mark of continuation: all its slides set it at one size
