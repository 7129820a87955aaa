"""The mapping file beside a template: which of its layouts and placeholders serve which of ours.

.. code-block:: toml

    title = "封面"
    text = { layout = "内页", title = "标题 1", body = 13 }   # placeholders by name, index or type

A role that is not named is matched by the layout's usual names, then by PowerPoint's own kind of layout.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args

from msgspec import Struct

from reportgen.errors import Message, Place, Problem, ReportgenError
from reportgen.model.template import TemplateFile, TemplateHolder, TemplateLayout, TemplateRole, TemplateSlot
from reportgen.template.offer import holders_line, layouts_line
from reportgen.toml_places import TomlFile, read_toml

WHAT = Message("模板对照表", "template mapping")
ROLES: tuple[TemplateRole, ...] = get_args(TemplateRole)
SLOTS: tuple[TemplateSlot, ...] = get_args(TemplateSlot)
LAYOUT = "layout"


class MappingEntry(Struct, frozen=True):
    """The entry of one kind of slide; None for a placeholder that is left out."""

    layout: TemplateLayout
    holders: Mapping[TemplateSlot, TemplateHolder | None]
    place: Place


def read_mapping(path: Path, template: TemplateFile) -> dict[TemplateRole, MappingEntry]:
    """The entries of the file, none where there is no file.

    Raises ReportgenError with every key, layout and placeholder that does not exist, each at its place.
    """
    if not path.is_file():
        return {}
    reader = _MappingReader(read_toml(path, WHAT), template)
    entries = reader.entries()
    if reader.problems:
        raise ReportgenError(*sorted(reader.problems, key=lambda problem: problem.place or Place("")))
    return entries


class _MappingReader:
    """Checks every role and collects what is wrong."""

    def __init__(self, file: TomlFile, template: TemplateFile) -> None:
        self.file, self.template = file, template
        self.problems: list[Problem] = []

    def entries(self) -> dict[TemplateRole, MappingEntry]:
        self.problems += self.file.unknown(self.file.values, ROLES)
        given = {role: self.file.values[role] for role in ROLES if role in self.file.values}
        read = {role: self._entry(role, value) for role, value in given.items()}
        return {role: entry for role, entry in read.items() if entry is not None}

    def _entry(self, role: TemplateRole, value: Any) -> MappingEntry | None:
        table = value if isinstance(value, dict) else {LAYOUT: value}
        self.problems += self.file.unknown(table, (LAYOUT, *SLOTS), role)
        layout = self._layout(table.get(LAYOUT), role)
        if layout is None:
            return None
        chosen: dict[TemplateSlot, TemplateHolder | None] = {}
        for slot in (slot for slot in SLOTS if slot in table):
            holder = self._holder(table[slot], layout, slot, role)
            if holder is not None and holder in chosen.values():
                message = Message(
                    f"占位符“{holder.name}”用了两次", f"the placeholder '{holder.name}' is used twice"
                )
                self._fault(self._place(slot, role), message, holders_line(layout))
            chosen[slot] = holder
        return MappingEntry(layout, chosen, self._place(LAYOUT, role))

    def _place(self, key: str, role: str) -> Place:
        return (
            self.file.place(key, role) if isinstance(self.file.values[role], dict) else self.file.place(role)
        )

    def _fault(self, place: Place, message: Message, hint: Message) -> None:
        self.problems.append(Problem(message, place, hint))

    def _layout(self, name: Any, role: TemplateRole) -> TemplateLayout | None:
        found = next((layout for layout in self.template.layouts if layout.name == name), None)
        if found is None:
            message = Message(f"模板没有版式“{name}”", f"the template has no layout '{name}'")
            if not isinstance(name, str):
                message = Message(f"“{role}”缺少版式名称", f"'{role}' lacks the name of a layout")
            self._fault(self._place(LAYOUT, role), message, layouts_line(self.template))
        return found

    def _holder(
        self, value: Any, layout: TemplateLayout, slot: TemplateSlot, role: TemplateRole
    ) -> TemplateHolder | None:
        """The placeholder of that index, name or type; None for ``false``, and for a problem."""
        if value is False:
            return None
        found = next((h for h in layout.holders if value in (h.name, h.index) and value is not True), None)
        found = found or next((h for h in layout.holders if h.kind == value), None)
        if found is None:
            zh = f"版式“{layout.name}”没有占位符“{value}”"
            message = Message(zh, f"the layout '{layout.name}' has no placeholder '{value}'")
            self._fault(self._place(slot, role), message, holders_line(layout))
        return found
