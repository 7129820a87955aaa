"""Text boxes as shapes: placeholders where the layout has one, named shapes elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.layout.slides.baseline import Fitted, Setting, framed
from reportgen.model.sheet import Anchor, TextBox
from reportgen.model.slide import Placeholder, PlaceholderKind, SlideLayout
from reportgen.pptx.shapes import frame
from reportgen.pptx.text import TextWriter
from reportgen.pptx.xml import common

LOCKS = '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'

TYPES: dict[PlaceholderKind, str] = {
    "title": "title",
    "center-title": "ctrTitle",
    "subtitle": "subTitle",
    "body": "body",
    "chart": "chart",
    "table": "tbl",
    "picture": "pic",
    "footer": "ftr",
    "date": "dt",
    "number": "sldNum",
}
FIRST_INDEX = 10  # below it are the indexes of the master's own placeholders
FOOT_INDEXES: dict[PlaceholderKind, int] = {"footer": 90, "number": 91, "date": 92}
ANCHORS: dict[Anchor, str] = {"top": "t", "middle": "ctr", "bottom": "b"}
BODY = '<a:bodyPr vert="horz" wrap="{wrap}" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="{anchor}"><a:noAutofit/></a:bodyPr>'


def holder_xml(layout: SlideLayout, holder: Placeholder) -> str:
    """``p:ph`` of a placeholder; indexes count within the layout."""
    kind = TYPES[holder.kind]
    if holder.kind in ("title", "center-title"):
        return f'<p:ph type="{kind}"/>'
    index = FOOT_INDEXES.get(holder.kind) or FIRST_INDEX + layout.placeholders.index(holder)
    return f'<p:ph type="{kind}" sz="quarter" idx="{index}"/>'


class BoxWriter:
    """Writes the text boxes of one part."""

    def __init__(self, text: TextWriter) -> None:
        self.text = text

    def box(self, box: TextBox, id: int, layout: SlideLayout | None) -> str:
        """One text box of a slide; in a placeholder it has the layout's frame and the looks of its levels."""
        holder = layout.placeholder(box.placeholder) if layout and box.placeholder else None
        done = framed(box)
        if layout is None or holder is None:
            return self._free(common(id, box.name or f"文字 {id}"), box, done)
        return (
            f"<p:sp><p:nvSpPr>{common(id, box.name or holder.name)}{LOCKS}"
            f"<p:nvPr>{holder_xml(layout, holder)}</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>"
            f"<a:lstStyle/>{self._words(holder, box, done.settings)}</p:txBody></p:sp>"
        )

    def specimen(self, holder: Placeholder, id: int, ph: str) -> str:
        """The placeholder itself, on a layout or the master."""
        head = f"<p:nvSpPr>{common(id, holder.name)}{LOCKS}<p:nvPr>{ph}</p:nvPr></p:nvSpPr>"
        where = f"<p:spPr>{frame(holder.rect)}</p:spPr>"
        if holder.specimen is None:
            look = '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="zh-CN"/></a:p></p:txBody>'
            return f"<p:sp>{head}{where}{look}</p:sp>"
        words = self._words(
            holder, holder.specimen, [Setting(0.0, 0.0, ())] * len(holder.specimen.paragraphs)
        )
        return (
            f"<p:sp>{head}{where}<p:txBody>{BODY.format(wrap='square', anchor=ANCHORS[holder.anchor])}"
            f"<a:lstStyle>{self.text.levels(holder.levels)}</a:lstStyle>{words}</p:txBody></p:sp>"
        )

    def _free(self, head: str, box: TextBox, done: Fitted) -> str:
        """A text box of its own."""
        body = BODY.format(wrap="none" if _single(box, done) else "square", anchor=ANCHORS[box.anchor])
        where = f'{frame(done.rect)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>'
        words = self.text.paragraphs(box.paragraphs, done.settings, box.hang)
        return (
            f'<p:sp><p:nvSpPr>{head}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>{where}</p:spPr>'
            f"<p:txBody>{body}<a:lstStyle/>{words}</p:txBody></p:sp>"
        )

    def _words(self, holder: Placeholder, box: TextBox, settings: Sequence[Setting]) -> str:
        if holder.kind == "number":
            return self.text.number_field(box.paragraphs[0], settings[0])
        return self.text.listed(box.paragraphs, settings, holder.levels)


def _single(box: TextBox, done: Fitted) -> bool:
    """A numeral on one line never wraps, even in a wider substitute face."""
    left = all(paragraph.align == "left" for paragraph in box.paragraphs)
    return box.role == "numeral" and all(len(s.lines) == 1 for s in done.settings) and left
