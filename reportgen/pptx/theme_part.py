"""The theme part: colour scheme, font scheme with Chinese faces, flat formats."""

from __future__ import annotations

from reportgen.pptx.colours import DeckPalette
from reportgen.pptx.typefaces import BODY_FACE, HEADING_FACE, Typefaces
from reportgen.pptx.xml import part_bytes, quoteattr

FLAT = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
LINES = "".join(
    f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">{FLAT}<a:prstDash val="solid"/></a:ln>'
    for width in (9525, 19050, 38100)
)
FORMATS = (
    f'<a:fmtScheme name="平面"><a:fillStyleLst>{FLAT * 3}</a:fillStyleLst><a:lnStyleLst>{LINES}</a:lnStyleLst>'
    f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{FLAT * 3}</a:bgFillStyleLst></a:fmtScheme>"
)


def theme_bytes(palette: DeckPalette, faces: Typefaces) -> bytes:
    """The theme every master refers to."""
    name = quoteattr(palette.theme.title or palette.theme.name)
    fonts = _collection("majorFont", faces.name(HEADING_FACE)) + _collection(
        "minorFont", faces.name(BODY_FACE)
    )
    return part_bytes(
        f'<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name={name}>'
        f"<a:themeElements>{palette.scheme()}<a:fontScheme name={name}>{fonts}</a:fontScheme>{FORMATS}"
        "</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


def _collection(tag: str, typeface: str) -> str:
    face = quoteattr(typeface)
    return (
        f"<a:{tag}><a:latin typeface={face}/><a:ea typeface={face}/><a:cs typeface={face}/>"
        f'<a:font script="Hans" typeface={face}/></a:{tag}>'
    )
