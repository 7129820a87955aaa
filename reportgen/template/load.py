"""Each of our kinds of slides on a layout of the template: as the mapping states, else by name, else by kind."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from msgspec import Struct, field

from reportgen.errors import Message, Place, Problem, ReportgenError, error
from reportgen.lengths import Rect
from reportgen.model.report import Report
from reportgen.model.template import (
    Template,
    TemplateFile,
    TemplateHolder,
    TemplateLayout,
    TemplateRole,
    TemplateSlot,
    TemplateUse,
)
from reportgen.template.mapping import ROLES, MappingEntry, read_mapping
from reportgen.template.offer import WORDS, holders_line, offer
from reportgen.template.read import read_template

# Names offices and PowerPoint itself give such layouts, and PowerPoint's kind (ISO 29500-1 §19.7.15).
NAMES: Mapping[TemplateRole, tuple[str, ...]] = {
    "title": ("封面", "标题幻灯片", "标题页", "Title Slide", "Cover"),
    "agenda": ("目录", "议程", "Agenda", "Contents"),
    "section": ("分节", "节标题", "章节页", "过渡页", "Section Header"),
    "text": ("文字", "标题和内容", "正文", "内容页", "Title and Content"),
    "figure": ("图表", "仅标题", "Title Only"),
    "two-columns": ("两栏", "两栏内容", "Two Content"),
    "closing": ("封底", "结束页", "尾页", "Closing"),
}
KINDS: Mapping[TemplateRole, tuple[str, ...]] = {
    "title": ("title",),
    "section": ("secHead",),
    "text": ("obj", "tx"),
    "figure": ("titleOnly",),
    "two-columns": ("twoObj", "objAndTx", "txAndObj", "chartAndTx", "txAndChart", "twoColTx"),
}
STAND_INS: Mapping[TemplateRole, TemplateRole] = {"agenda": "text", "closing": "title"}
NEEDED: Mapping[TemplateRole, tuple[TemplateSlot, ...]] = {
    "title": ("title", "subtitle"),
    "agenda": ("title", "body"),
    "section": ("title",),
    "text": ("title", "body"),
    "figure": ("title",),
    "two-columns": ("title", "area", "body"),
    "closing": ("title",),
}
WELCOME: Mapping[TemplateRole, tuple[TemplateSlot, ...]] = {
    "section": ("body",),
    "figure": ("area",),
    "closing": ("subtitle",),
}
LEAVABLE = ("subtitle",)  # false in the mapping: the cover has a title only
SPARE: tuple[TemplateRole, ...] = ("two-columns",)
TEXT_KINDS = ("body", "obj")
AREA_KINDS = ("chart", "tbl", "pic", "obj", "body")  # the most given to drawings first


def load_template(report: Report) -> Template | None:
    """The template the report names with its mapping file; None where it names none.

    Raises ReportgenError for a file that is not a template or is outside the report's folder, for a mapping that names
    what the template does not have, and, in one problem, for all layouts and placeholders that are missing.
    """
    if not report.template:
        return None
    folder, place = Path(report.folder), report.template_place
    path = folder / report.template
    if not path.resolve().is_relative_to(folder.resolve()):
        zh, en = (
            f"模板“{report.template}”在报告文件夹之外",
            f"template '{report.template}' is outside the report folder",
        )
        hint = Message("把模板放进报告文件夹", "put the template into the report folder")
        raise error(zh, en, place, hint)
    template = read_template(path, place)
    mapping = path.with_suffix(".toml")
    return _Resolver(template, read_mapping(mapping, template), place, mapping.name).resolved()


class _Resolver(Struct):
    """Finds a layout and its placeholders for every role and collects what is missing."""

    template: TemplateFile
    entries: Mapping[TemplateRole, MappingEntry]
    place: Place | None
    file: str
    _layouts: dict[TemplateRole, TemplateLayout] = field(default_factory=dict)
    _missing: list[Message] = field(default_factory=list)
    _problems: list[Problem] = field(default_factory=list)

    def resolved(self) -> Template:
        for role in ROLES:
            if (layout := self._layout(role)) is not None:
                self._layouts[role] = layout
        for role in ROLES:
            stand_in = STAND_INS.get(role)
            if role not in self._layouts and stand_in in self._layouts:
                self._layouts[role] = self._layouts[stand_in]
            elif role not in self._layouts and role not in (*SPARE, *STAND_INS):
                zh, en = f"{role}（{WORDS[role].zh}）的版式", f"a layout for '{role}' ({WORDS[role].en})"
                self._missing.append(Message(zh, en))
        served = [role for role in ROLES if role in self._layouts]
        chosen = {role: self._holders(role, self._layouts[role]) for role in served}
        self._raise()
        uses = {
            role: TemplateUse(self._layouts[role], holders, self._area(role, holders, chosen["text"]))
            for role, holders in chosen.items()
            if holders is not None
        }
        return Template(self.template, uses)

    def _layout(self, role: TemplateRole) -> TemplateLayout | None:
        if role in self.entries:
            return self.entries[role].layout
        layouts = self.template.layouts
        named = (layout for name in NAMES[role] for layout in layouts if layout.name == name)
        typed = (layout for kind in KINDS.get(role, ()) for layout in layouts if layout.kind == kind)
        return next(named, None) or next(typed, None)

    def _holders(
        self, role: TemplateRole, layout: TemplateLayout
    ) -> dict[TemplateSlot, TemplateHolder] | None:
        """The placeholder for every slot; None for a spare layout that lacks one."""
        entry = self.entries.get(role) or self.entries.get(STAND_INS.get(role, role))
        given = entry.holders if entry is not None and entry.layout is layout else {}
        found: dict[TemplateSlot, TemplateHolder] = {}
        for slot in (*NEEDED[role], *WELCOME.get(role, ())):
            holder = given[slot] if slot in given else _usual(role, slot, layout, given.values())
            if holder is not None:
                found[slot] = holder
            elif slot in NEEDED[role] and not (slot in given and slot in LEAVABLE):
                if role in SPARE and role not in self.entries:
                    return None
                self._lacks(role, slot, layout)
        return found

    def _lacks(self, role: TemplateRole, slot: TemplateSlot, layout: TemplateLayout) -> None:
        if self._layouts.get(STAND_INS.get(role, role)) is layout and role in STAND_INS:
            return  # reported for the role whose layout it shares
        zh = f"版式“{layout.name}”（{role}）里放 {slot} 的占位符"
        lacking = Message(zh, f"a placeholder for '{slot}' on the layout '{layout.name}' ({role})")
        entry = self.entries.get(role)
        if entry is None:
            self._missing.append(lacking)
            return
        hint = holders_line(layout)
        if slot in LEAVABLE:
            hint = Message(f"{hint.zh}；没有就写 {slot} = false", f"{hint.en}; {slot} = false leaves it out")
        self._problems.append(Problem(_lacking(self.template.name, (lacking,)), entry.place, hint))

    def _raise(self) -> None:
        if self._missing:
            found = {role: layout.name for role, layout in self._layouts.items()}
            hint = offer(self.template, self.file, found)
            self._problems.append(Problem(_lacking(self.template.name, self._missing), self.place, hint))
        if self._problems:
            raise ReportgenError(*self._problems)

    def _area(
        self,
        role: TemplateRole,
        holders: Mapping[TemplateSlot, TemplateHolder],
        text: Mapping[TemplateSlot, TemplateHolder] | None,
    ) -> Rect:
        """Where drawings go: the layout's own place for them, else the text layout's body under the title."""
        if "area" in holders:
            return holders["area"].room
        assert text is not None  # a missing text layout has been raised
        body, title = text["body"].room, holders["title"].rect
        above = title.overlaps(body) and title.y <= body.y
        top = max(body.y, title.bottom) if above else body.y
        return Rect(body.x, top, body.width, body.bottom - top)


def _lacking(name: str, missing: tuple[Message, ...] | list[Message]) -> Message:
    zh, en = "；".join(lacking.zh for lacking in missing), "; ".join(lacking.en for lacking in missing)
    return Message(f"模板“{name}”缺少：{zh}", f"the template '{name}' lacks: {en}")


def _usual(
    role: TemplateRole, slot: TemplateSlot, layout: TemplateLayout, taken: Collection[TemplateHolder | None]
) -> TemplateHolder | None:
    """The placeholder whose type says that it takes the slot; of several the largest.

    Of two side by side the left one takes what is drawn, unless the right one alone can, or the left one is for text.
    """
    if slot == "title":
        return next(iter(layout.of_kind("title", "ctrTitle")), None)
    if slot == "subtitle" and layout.of_kind("subTitle"):
        return layout.of_kind("subTitle")[0]
    kinds = AREA_KINDS if slot == "area" or role == "two-columns" else TEXT_KINDS
    fitting = [h for h in layout.of_kind(*kinds) if not h.vertical and h not in taken]
    fitting.sort(key=lambda holder: -holder.rect.width * holder.rect.height)
    if role != "two-columns":
        return fitting[0] if fitting else None
    pair = sorted(
        fitting[:2], key=lambda holder: (AREA_KINDS.index(holder.kind), holder.rect.x, holder.rect.y)
    )
    if len(pair) + len(taken) < 2 or len({holder.key for holder in pair}) < len(pair):
        return None  # twins of one index cannot be told apart on a slide
    chosen = pair[0] if slot == "area" else pair[-1]
    return chosen if slot == "area" or chosen.kind in TEXT_KINDS else None
