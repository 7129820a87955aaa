"""Speaker notes: the notes master and a notes page per slide."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

from reportgen.layout.slides.baseline import Setting, level_of
from reportgen.lengths import Rect
from reportgen.model.text import Run, Style, StyledParagraph
from reportgen.pptx.layout_part import COLOUR_MAP
from reportgen.pptx.shapes import frame
from reportgen.pptx.slide_part import FIRST_ID, TREE_HEAD, background_xml
from reportgen.pptx.text import TextWriter
from reportgen.pptx.typefaces import BODY_FACE
from reportgen.pptx.xml import NAMESPACES, common, part_bytes

PAGE = (540.0, 720.0)  # notes pages, points
IMAGE = Rect(63, 54, 414, 232.9)
TEXT = Rect(54, 310, 432, 356)
SIZE, LEADING = 12.0, 19.0
LOCKED_IMAGE = '<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
LOCKED = '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'


def notes_master_bytes(text: TextWriter) -> bytes:
    """The master of the notes pages: slide image above, text below."""
    white = text.palette.fill(text.palette.theme.colour("white"))
    levels = text.levels((level_of(_paragraph("", text), Setting(LEADING, 0.0, ())),) * 9)
    prompt = text.paragraph(_paragraph("备注", text), Setting(LEADING, 0.0, ()))
    shapes = _image(2, '<p:ph type="sldImg" idx="2"/>') + (
        f"<p:sp><p:nvSpPr>{common(3, '备注')}{LOCKED}"
        '<p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr>'
        f'<p:spPr>{frame(TEXT)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{prompt}</p:txBody></p:sp>"
    )
    return part_bytes(
        f"<p:notesMaster {NAMESPACES}><p:cSld>{background_xml(white)}<p:spTree>{TREE_HEAD}{shapes}</p:spTree>"
        f"</p:cSld>{COLOUR_MAP}<p:notesStyle>{levels}</p:notesStyle></p:notesMaster>"
    )


def notes_bytes(paragraphs: Iterable[str], text: TextWriter) -> bytes:
    """The notes page of one slide, a paragraph each."""
    ids = count(FIRST_ID)
    image = _image(next(ids), '<p:ph type="sldImg"/>')
    words = "".join(
        text.paragraph(_paragraph(line, text), Setting(LEADING, 6.0 if i else 0.0, ()))
        for i, line in enumerate(line for paragraph in paragraphs for line in paragraph.split("\n"))
    )
    words = words or '<a:p><a:endParaRPr lang="zh-CN" altLang="en-US"/></a:p>'
    body = (
        f"<p:sp><p:nvSpPr>{common(next(ids), '备注')}{LOCKED}"
        '<p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{words}</p:txBody></p:sp>"
    )
    return part_bytes(
        f"<p:notes {NAMESPACES}><p:cSld><p:spTree>{TREE_HEAD}{image}{body}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )


def _image(id: int, holder: str) -> str:
    return (
        f"<p:sp><p:nvSpPr>{common(id, '幻灯片图像')}{LOCKED_IMAGE}<p:nvPr>{holder}</p:nvPr></p:nvSpPr>"
        f'<p:spPr>{frame(IMAGE)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp>'
    )


def _paragraph(words: str, text: TextWriter) -> StyledParagraph:
    style = Style(BODY_FACE, SIZE, text.palette.theme.colour("ink-text"))
    return StyledParagraph((Run(words, style),), LEADING)
