"""The handout master: what PowerPoint prints around the slides of a page, which PowerPoint places itself."""

from __future__ import annotations

from msgspec import Struct

from reportgen.layout.slides.baseline import Setting, level_of
from reportgen.lengths import Rect
from reportgen.model.slide import Deck
from reportgen.model.text import Align, Run, Style, StyledParagraph
from reportgen.pptx.layout_part import COLOUR_MAP
from reportgen.pptx.notes_part import LOCKED, PAGE
from reportgen.pptx.shapes import RECTANGLE, frame
from reportgen.pptx.slide_part import TREE_HEAD, background_xml
from reportgen.pptx.text import TextWriter
from reportgen.pptx.typefaces import BODY_FACE
from reportgen.pptx.xml import NAMESPACES, common, part_bytes

MARGIN, SHORT, HEIGHT = 36.0, 120.0, 18.0
LONG = PAGE[0] - 2 * MARGIN - SHORT
TOP, FOOT = 30.0, PAGE[1] - 48.0
SIZE, LEADING = 12.0, 16.0
NUMBER = "‹#›"
BODY = '<a:bodyPr vert="horz" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0"/>'


class _Corner(Struct, frozen=True):
    """One placeholder: PowerPoint's type and index for it (ISO 29500-1 §19.7.10), its place and alignment."""

    kind: str
    name: str
    rect: Rect
    align: Align = "left"


CORNERS = (
    _Corner("hdr", "页眉", Rect(MARGIN, TOP, LONG, HEIGHT)),
    _Corner("dt", "日期", Rect(MARGIN + LONG, TOP, SHORT, HEIGHT), "right"),
    _Corner("ftr", "页脚", Rect(MARGIN, FOOT, LONG, HEIGHT)),
    _Corner("sldNum", "页码", Rect(MARGIN + LONG, FOOT, SHORT, HEIGHT), "right"),
)


def handout_master_bytes(deck: Deck, text: TextWriter) -> bytes:
    """Series and date above, organisation and page number below, in the theme's face and colours."""
    words = {"hdr": deck.subject, "dt": deck.date, "ftr": deck.organisation, "sldNum": NUMBER}
    shapes = "".join(_shape(i, corner, words[corner.kind], text) for i, corner in enumerate(CORNERS))
    white = text.palette.fill(text.palette.theme.colour("white"))
    return part_bytes(
        f"<p:handoutMaster {NAMESPACES}><p:cSld>{background_xml(white)}<p:spTree>{TREE_HEAD}{shapes}</p:spTree>"
        f"</p:cSld>{COLOUR_MAP}</p:handoutMaster>"
    )


def _shape(index: int, corner: _Corner, words: str, text: TextWriter) -> str:
    """The placeholder; its style is in its list style too, for words typed into it."""
    style = Style(BODY_FACE, SIZE, text.palette.theme.colour("grey-600"))
    paragraph = StyledParagraph((Run(words, style),), LEADING, corner.align)
    setting = Setting(LEADING, 0.0, ())
    written = text.number_field if corner.kind == "sldNum" else text.paragraph
    where = f' idx="{index}"' if index else ""
    return (
        f"<p:sp><p:nvSpPr>{common(index + 2, corner.name)}{LOCKED}"
        f'<p:nvPr><p:ph type="{corner.kind}" sz="quarter"{where}/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{frame(corner.rect)}{RECTANGLE}</p:spPr>"
        f"<p:txBody>{BODY}<a:lstStyle>{text.levels((level_of(paragraph, setting),))}</a:lstStyle>{written(paragraph, setting)}"
        "</p:txBody></p:sp>"
    )
