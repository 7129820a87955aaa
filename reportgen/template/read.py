"""What a template offers: its layouts, the boxes of their placeholders and the type they set."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import Any

from lxml import etree
from msgspec.structs import replace
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from reportgen.errors import Message, Place, error
from reportgen.lengths import EMU_PER_POINT, Edges, Rect
from reportgen.model.template import TemplateFile, TemplateHolder, TemplateLayout, TemplateLook
from reportgen.template.ground import ground_of, ink_of
from reportgen.template.package import opened, template_bytes
from reportgen.template.theme import SLOTS

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
TALLEST_LINE = 1.45  # em: a natural line of Noto Sans SC, taller than those of 微软雅黑, 等线 and 宋体
DEFAULT_SIZE = 18.0
HUNDREDTHS, THOUSANDTHS = 100, 100_000
INSETS = {"tIns": 45_720, "rIns": 91_440, "bIns": 45_720, "lIns": 91_440}  # ISO 29500-1 §21.1.2.1.1
LEVELS = 3
STYLES = {"title": "titleStyle", "ctrTitle": "titleStyle"}
OTHER = ("dt", "ftr", "sldNum")  # furniture takes the master's otherStyle
MASTER_KINDS = {"ctrTitle": "title", "subTitle": "body"} | dict.fromkeys(
    ("obj", "chart", "tbl", "pic", "clipArt", "dgm", "media"), "body"
)
CONTENT = ("obj", "body", "chart", "tbl", "pic")
UPRIGHT = ("horz", None)
RGB = re.compile("[0-9A-Fa-f]{6}")
NEEDED_COLOURS = tuple(SLOTS)


def read_template(path: Path, place: Place | None = None) -> TemplateFile:
    """The template of that file; raises ReportgenError where it is not one. ``place``: where it is named."""
    data = template_bytes(path, place)
    show = opened(data, path.name, place)
    try:
        size = (show.slide_width / EMU_PER_POINT, show.slide_height / EMU_PER_POINT)
        layouts = _told_apart(_layouts(show, size))
    except Exception as fault:  # a damaged part fails the library in ways of its own
        hint = Message("在 PowerPoint 里打开，另存为 .pptx", "open it in PowerPoint and save it as .pptx")
        zh, en = (
            f"模板“{path.name}”的版式无法读取",
            f"the layouts of the template '{path.name}' cannot be read",
        )
        raise error(zh, en, place, hint) from fault
    if lacking := [name for name in NEEDED_COLOURS if any(name not in layout.colours for layout in layouts)]:
        names = ", ".join(lacking)
        hint = Message("在 PowerPoint 里把主题颜色设成 RGB", "give the theme's colours as RGB in PowerPoint")
        zh, en = (
            f"模板“{path.name}”没有可读的主题颜色：{names}",
            f"the template '{path.name}' has no readable theme colours {names}",
        )
        raise error(zh, en, place, hint)
    return TemplateFile(path.name, data, size, layouts)


def _layouts(show: Any, size: tuple[float, float]) -> Iterator[TemplateLayout]:
    defaults = show.part._element.find(f"{P}defaultTextStyle")
    for master in show.slide_masters:
        scheme = _scheme(master)
        for layout in master.slide_layouts:
            holders = tuple(_holders(layout, master, defaults))
            kind = layout._element.get("type", "")
            own = layout._element.find(f"{P}clrMapOvr/{A}overrideClrMapping")
            mapped = (own if own is not None else master._element.find(f"{P}clrMap")).attrib
            colours = {name: scheme[slot] for name, slot in mapped.items() if slot in scheme}
            ground, ink = "", ""
            if not any(name not in colours for name in NEEDED_COLOURS):  # else the template is refused
                ground, ink = (
                    ground_of(layout, master, _place(holders, size), colours),
                    ink_of(master, colours),
                )
            part = str(layout.part.partname)
            yield TemplateLayout(part, layout.name.strip(), kind, holders, colours, ground, ink)


def _place(holders: Sequence[TemplateHolder], size: tuple[float, float]) -> Rect:
    """Where drawings go on a layout: its largest placeholder for content, else the middle of the slide."""
    content = [holder.rect for holder in holders if holder.kind in CONTENT]
    middle = Rect(size[0] * 0.1, size[1] * 0.3, size[0] * 0.8, size[1] * 0.5)
    return max(content, key=lambda rect: rect.width * rect.height, default=middle)


def _told_apart(layouts: Iterable[TemplateLayout]) -> tuple[TemplateLayout, ...]:
    """The layouts, the second of a name called “name #2”: every master may have one of the same name."""
    given = tuple(layouts)
    taken, seen, out = {layout.name for layout in given}, set[str](), []
    for layout in given:
        name = layout.name
        if name in seen:
            name = next(f"{name} #{i}" for i in count(2) if f"{name} #{i}" not in taken)
        taken.add(name)
        seen.add(name)
        out.append(replace(layout, name=name))
    return tuple(out)


def _holders(layout: Any, master: Any, defaults: Any) -> Iterator[TemplateHolder]:
    bases = {_kind(shape): shape for shape in reversed(tuple(master.placeholders))}
    for shape in layout.placeholders:
        if None in (shape.left, shape.top, shape.width, shape.height):
            continue  # neither it nor the master gives its box
        kind = _kind(shape)
        base = bases.get(MASTER_KINDS.get(kind, kind))
        chain = [holder._element for holder in (shape, base) if holder is not None]
        rect = Rect(*(side / EMU_PER_POINT for side in (shape.left, shape.top, shape.width, shape.height)))
        index = shape.placeholder_format.idx
        looks = tuple(_look(level, _styles(chain, master, kind, defaults)) for level in range(1, LEVELS + 1))
        vertical = _body(chain, "vert") not in UPRIGHT
        anchor = _body(chain, "anchor") or "t"
        yield TemplateHolder(index, kind, shape.name, rect, _inset(chain), looks, vertical, anchor)


def _kind(shape: Any) -> str:
    return str(shape._element.find(f".//{P}ph").get("type", "obj"))


def _body(chain: Sequence[Any], attribute: str) -> str | None:
    """The attribute of the text body, the layout's before the master's."""
    bodies = (element.find(f"{P}txBody/{A}bodyPr") for element in chain)
    return next((b.get(attribute) for b in bodies if b is not None and b.get(attribute) is not None), None)


def _inset(chain: Sequence[Any]) -> Edges:
    sides = (int(_body(chain, name) or default) for name, default in INSETS.items())
    return Edges(*(side / EMU_PER_POINT for side in sides))


def _styles(chain: Sequence[Any], master: Any, kind: str, defaults: Any) -> list[Any]:
    """The list styles a placeholder's text takes its look from, the nearest first."""
    own = [element.find(f"{P}txBody/{A}lstStyle") for element in chain]
    name = "otherStyle" if kind in OTHER else STYLES.get(kind, "bodyStyle")
    whole = master._element.find(f"{P}txStyles/{P}{name}")
    return [style for style in (*own, whole, defaults) if style is not None]


def _look(level: int, styles: Sequence[Any]) -> TemplateLook:
    found = [rules for style in styles if (rules := style.find(f"{A}lvl{level}pPr")) is not None]
    letters = [look for rules in found if (look := rules.find(f"{A}defRPr")) is not None]
    size = int(_first(letters, "sz") or DEFAULT_SIZE * HUNDREDTHS) / HUNDREDTHS
    leading = _spacing(found, "lnSpc", size * TALLEST_LINE) or size * TALLEST_LINE
    before = (_spacing(found, "spcBef", size) or 0.0) + (_spacing(found, "spcAft", size) or 0.0)
    margin, indent = (int(_first(found, name) or 0) / EMU_PER_POINT for name in ("marL", "indent"))
    bold = _first(letters, "b") in ("1", "true")
    return TemplateLook(size, leading, before, margin, indent, bold, _exact(found))


def _first(elements: Sequence[Any], attribute: str) -> str | None:
    return next((e.get(attribute) for e in elements if e.get(attribute) is not None), None)


def _spacing(rules: Sequence[Any], tag: str, whole: float) -> float | None:
    """Points of a spacing given in points or as a share of ``whole``; None where it is not given."""
    for element in rules:
        spacing = element.find(f"{A}{tag}")
        if spacing is None or not len(spacing):
            continue
        value = str(spacing[0].get("val"))
        if spacing[0].tag == f"{A}spcPts":
            return int(value) / HUNDREDTHS
        share = float(value.rstrip("%")) / 100 if value.endswith("%") else int(value) / THOUSANDTHS
        return share * whole
    return None


def _exact(rules: Sequence[Any]) -> bool:
    """Whether the nearest line spacing is one in points."""
    spacings = (element.find(f"{A}lnSpc") for element in rules)
    nearest = next((spacing for spacing in spacings if spacing is not None and len(spacing)), None)
    return nearest is not None and nearest[0].tag == f"{A}spcPts"


def _scheme(master: Any) -> dict[str, str]:
    """RRGGBB of the slots of the master's theme."""
    theme = etree.fromstring(master.part.part_related_by(RT.THEME).blob)
    slots = theme.find(f".//{A}clrScheme").iterchildren("{*}*")
    return {etree.QName(slot).localname: rgb for slot in slots if (rgb := _rgb(slot)) is not None}


def _rgb(slot: Any) -> str | None:
    """RRGGBB of a slot, the system's colours as they were when the template was saved; None for other kinds."""
    colour = next(slot.iterchildren("{*}srgbClr", "{*}sysClr"), None)
    value = "" if colour is None else colour.get("lastClr") or colour.get("val", "")
    return value.upper() if RGB.fullmatch(value) else None
