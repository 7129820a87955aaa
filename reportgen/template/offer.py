"""What a template offers, in words: for hints, and as a mapping to fill in."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from reportgen.errors import Message
from reportgen.model.template import TemplateFile, TemplateHolder, TemplateLayout, TemplateRole

FURNITURE = ("dt", "ftr", "sldNum")
WORDS: Mapping[TemplateRole, Message] = {
    "title": Message("封面", "the opening slide"),
    "agenda": Message("目录", "the agenda"),
    "section": Message("分节页", "a section's opening"),
    "text": Message("标题与文字", "title and text"),
    "figure": Message("标题，下面画图表", "a title above drawings"),
    "two-columns": Message("图表与文字两栏", "drawings beside text"),
    "closing": Message("封底", "the closing slide"),
}


# Placeholders of a layout that most likely serves a role; a guess is only offered, never taken.
LIKELY: Mapping[TemplateRole, tuple[tuple[str, ...], ...]] = {
    "title": (("ctrTitle", "subTitle"), ("subTitle", "title")),
    "section": (("body", "title"),),
    "text": (("obj", "title"), ("body", "title")),
    "figure": (("title",),),
    "two-columns": (("obj", "obj", "title"), ("body", "body", "title")),
}


def holders_line(layout: TemplateLayout) -> Message:
    """The layout's placeholders, each with type, name and index."""
    shown = [f"{h.kind}“{h.name}” {h.index}" for h in _content(layout)]
    listed = "、".join(shown) or "无"
    english = ", ".join(f"{h.kind} '{h.name}' {h.index}" for h in _content(layout)) or "none"
    return Message(f"“{layout.name}”的占位符：{listed}", f"placeholders of '{layout.name}': {english}")


def layouts_line(template: TemplateFile) -> Message:
    """The names of the template's layouts."""
    names = [layout.name for layout in template.layouts]
    return Message(f"模板的版式：{'、'.join(names)}", f"layouts of the template: {', '.join(names)}")


def offer(template: TemplateFile, file: str, found: Mapping[TemplateRole, str]) -> Message:
    """Layouts with their placeholders, and a mapping to fill; ``found``: the layouts matched so far."""
    lines = [holders_line(layout) for layout in template.layouts]
    zh = "\n    ".join(("模板有这些版式：", *(line.zh for line in lines)))
    en = "\n    ".join(("the template offers:", *(line.en for line in lines)))
    rows = [(_row(role, found.get(role) or _likely(role, template)), words) for role, words in WORDS.items()]
    zh_rows = "\n    ".join(f"{row}  # {words.zh}" for row, words in rows)
    en_rows = "\n    ".join(f"{row}  # {words.en}" for row, words in rows)
    slots = 'text = {{ layout = "{}", title = "{}", body = 1 }}'
    zh_slots, en_slots = slots.format("版式", "占位符"), slots.format("layout", "placeholder")
    return Message(
        f"{zh}\n  在模板旁边写 {file}（换成合适的版式名；也可以指定占位符：{zh_slots}）：\n    {zh_rows}",
        f"{en}\n  write {file} beside it (choose the layouts that suit; placeholders can be named too: {en_slots}):\n    {en_rows}",
    )


def _row(role: TemplateRole, layout: str) -> str:
    """A line of the mapping; commented out where it need not be given."""
    return (
        f"{role} = {json.dumps(layout, ensure_ascii=False)}"  # TOML escapes as JSON does
        if layout or role not in ("agenda", "closing", "two-columns")
        else f'# {role} = ""'
    )


def _likely(role: TemplateRole, template: TemplateFile) -> str:
    """The first layout with just the placeholders such slides need."""
    for kinds in LIKELY.get(role, ()):
        for layout in template.layouts:
            if tuple(sorted(holder.kind for holder in _content(layout) if not holder.vertical)) == kinds:
                return layout.name
    return ""


def _content(layout: TemplateLayout) -> Iterable[TemplateHolder]:
    return [holder for holder in layout.holders if holder.kind not in FURNITURE]
