"""The master and its layouts: placeholders, art in the background, text styles."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from reportgen.model.slide import Deck, Placeholder, SlideLayout
from reportgen.model.text import Level, Style
from reportgen.pptx.boxes import TYPES, BoxWriter, holder_xml
from reportgen.pptx.shapes import ShapeWriter, marks_of
from reportgen.pptx.slide_part import FIRST_ID, TREE_HEAD, background_xml
from reportgen.pptx.text import TextWriter
from reportgen.pptx.typefaces import BODY_FACE, HEADING_FACE
from reportgen.pptx.xml import NAMESPACES, part_bytes, quoteattr

COLOUR_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
MASTER_INDEX = {"body": 1, "date": 2, "footer": 3, "number": 4}
FIRST_LAYOUT_ID = 2_147_483_649
LEVELS = 9
BODY_SIZES = (22.0, 20.0, 18.0)


def layout_bytes(layout: SlideLayout, text: TextWriter) -> bytes:
    """One layout: background, art as a decorative group, its placeholders."""
    ids = count(FIRST_ID)
    boxes = BoxWriter(text)
    art = _art(layout.art, layout.name, text, ids)
    holders = "".join(
        boxes.specimen(holder, next(ids), holder_xml(layout, holder)) for holder in layout.placeholders
    )
    ground = background_xml(text.palette.fill(layout.background)) if layout.background else ""
    hidden = ' showMasterSp="0"' if layout.bare else ""
    return part_bytes(
        f'<p:sldLayout {NAMESPACES}{hidden} preserve="1" userDrawn="1"><p:cSld name={quoteattr(layout.name)}>'
        f"{ground}<p:spTree>{TREE_HEAD}{art}{holders}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def master_bytes(deck: Deck, text: TextWriter, layout_ids: Sequence[str]) -> bytes:
    """The master; ``layout_ids``: relation ids of its layouts."""
    ids = count(FIRST_ID)
    boxes = BoxWriter(text)
    art = _art(deck.master_art, "签名色带", text, ids)
    holders = "".join(
        boxes.specimen(holder, next(ids), _master_holder(holder)) for holder in deck.master_placeholders
    )
    white = text.palette.fill(text.palette.theme.colour("white"))
    layouts = "".join(
        f'<p:sldLayoutId id="{FIRST_LAYOUT_ID + i}" r:id="{id}"/>' for i, id in enumerate(layout_ids)
    )
    return part_bytes(
        f"<p:sldMaster {NAMESPACES}><p:cSld>{background_xml(white)}<p:spTree>{TREE_HEAD}{art}{holders}</p:spTree>"
        f"</p:cSld>{COLOUR_MAP}<p:sldLayoutIdLst>{layouts}</p:sldLayoutIdLst>"
        f"<p:txStyles>{_styles(text)}</p:txStyles></p:sldMaster>"
    )


def _master_holder(holder: Placeholder) -> str:
    index = MASTER_INDEX.get(holder.kind)
    where = f' idx="{index}"' if index else ""
    size = ' sz="quarter"' if holder.kind in ("date", "footer", "number") else ""
    return f'<p:ph type="{TYPES[holder.kind]}"{size}{where}/>'


def _art(shapes: Sequence[object], name: str, text: TextWriter, ids: count[int]) -> str:
    marks = marks_of(shapes)  # type: ignore[arg-type]
    if not marks:
        return ""
    return ShapeWriter(text.palette, ids).group(marks, f"{name} 纹样", decorative=True)


def _styles(text: TextWriter) -> str:
    """Title, body and other text: what new text on a slide starts from."""
    ink = text.palette.theme.colour("ink-text")
    title = text.levels((Level(Style(HEADING_FACE, 36.0, ink), 46.0),))
    sizes = BODY_SIZES + (BODY_SIZES[-1],) * (LEVELS - len(BODY_SIZES))
    body = text.levels([Level(Style(BODY_FACE, size, ink), size * 1.6) for size in sizes])
    other = text.levels((Level(Style(BODY_FACE, 18.0, ink), 26.0),) * LEVELS)
    return (
        f"<p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{body}</p:bodyStyle>"
        f"<p:otherStyle>{other}</p:otherStyle>"
    )
