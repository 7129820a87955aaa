"""A deck as PowerPoint resets it: what a slide says of the look of a placeholder's text is gone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from types import MappingProxyType
from typing import Any

from lxml import etree
from pptx import Presentation

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def look(element: Any, meanings: Mapping[str, str] = MappingProxyType({})) -> tuple[object, ...]:
    """Size, tracking, weight, colour and faces of a run; ``meanings``: of the scheme's colours on the slide."""
    attributes = {key: element.get(key) for key in ("sz", "b", "i", "spc")}
    inner = [etree.tostring(child, method="c14n").decode() for child in element]
    colour = re.sub(
        'schemeClr val="(\\w+)"', lambda m: f'schemeClr val="{meanings.get(m[1], m[1])}"', inner[0]
    )
    return (sorted(attributes.items()), [colour, *inner[1:]])


def meanings(slide: Any) -> Mapping[str, str]:
    """What a slide has the accents mean."""
    override = slide._element.find(f"{P}clrMapOvr/{A}overrideClrMapping")
    return {} if override is None else {k: v for k, v in override.attrib.items() if k.startswith("accent")}


def level(holder: Any, rules: Any) -> Any:
    """The layout's level that a paragraph of those properties is on."""
    styles = holder._element.find(f"{P}txBody/{A}lstStyle")
    return styles.find(f"{A}lvl{int(rules.get('lvl', '0')) + 1}pPr")


def reset(data: bytes) -> bytes:
    """Paragraphs keep their level alone; runs keep what their level does not say (the unit of a numeral)."""
    show = Presentation(BytesIO(data))
    for slide in show.slides:
        offered = {holder.placeholder_format.idx: holder for holder in slide.slide_layout.placeholders}
        for shape in (shape for shape in slide.placeholders if shape.has_text_frame):
            for paragraph in shape._element.iter(f"{A}p"):
                rules = paragraph.find(f"{A}pPr")
                natural = level(offered[shape.placeholder_format.idx], rules).find(f"{A}defRPr")
                for run in [
                    r for r in paragraph.iter(f"{A}rPr") if look(r) == look(natural, meanings(slide))
                ]:
                    _bare(run, "lang")
                _bare(rules, "lvl")
    out = BytesIO()
    show.save(out)
    return out.getvalue()


def _bare(element: Any, kept: str) -> None:
    """The element with that attribute alone."""
    value = element.get(kept)
    element.clear()
    if value is not None:
        element.set(kept, value)
