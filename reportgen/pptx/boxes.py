"""Text boxes as shapes: placeholders where the layout has one, named shapes elsewhere."""

from __future__ import annotations

from reportgen.model.sheet import TextBox
from reportgen.model.slide import Placeholder, PlaceholderKind, SlideLayout
from reportgen.pptx.baseline import Fitted, Setting, fit
from reportgen.pptx.shapes import frame
from reportgen.pptx.text import TextWriter, hang_margin
from reportgen.pptx.xml import common
from reportgen.units import Rect

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
FIRST_INDEX = 10  # below it lie the indexes of the master's own placeholders
FOOT_INDEXES: dict[PlaceholderKind, int] = {"footer": 90, "number": 91, "date": 92}
SPARE = 0.35  # em to the right of left-aligned text, for programs that space Chinese and Latin wider
BODY = '<a:bodyPr vert="horz" wrap="{wrap}" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="t"><a:noAutofit/></a:bodyPr>'


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

    def fitted(self, box: TextBox) -> Fitted:
        """The frame as written: baselines brought where planned, room for hanging marks on the left."""
        done = fit(box)
        margin = max(box.hang, hang_margin(box.paragraphs))
        rect = done.rect
        spare = SPARE * box.paragraphs[0].runs[0].style.size if _left(box) else 0.0
        return Fitted(Rect(rect.x - margin, rect.y, rect.width + margin + spare, rect.height), done.settings)

    def box(self, box: TextBox, id: int, layout: SlideLayout | None) -> str:
        """One text box of a slide; in a placeholder it has the layout's frame."""
        holder = layout.placeholder(box.placeholder) if layout and box.placeholder else None
        done = self.fitted(box)
        if layout is None or holder is None:
            return self._shape(
                common(id, box.name or f"文字 {id}"), '<p:cNvSpPr txBox="1"/>', "", self._own(done), box, done
            )
        locks = '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        head = common(id, box.name or holder.name)
        return self._shape(head, locks, holder_xml(layout, holder), "", box, done)

    def specimen(self, holder: Placeholder, id: int, ph: str) -> str:
        """The placeholder itself, on a layout or the master."""
        locks = '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        head = f"<p:nvSpPr>{common(id, holder.name)}{locks}<p:nvPr>{ph}</p:nvPr></p:nvSpPr>"
        if holder.specimen is None:
            look = '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="zh-CN"/></a:p></p:txBody>'
            return f"<p:sp>{head}<p:spPr>{frame(holder.rect)}</p:spPr>{look}</p:sp>"
        done = self.fitted(holder.specimen)
        paragraph = holder.specimen.paragraphs[0]
        spacing = Setting(done.settings[0].spacing, 0.0, ())
        level = self.text.level(paragraph, spacing, margin=holder.specimen.hang)
        body = BODY.format(wrap="square")
        words = self._words(holder.kind, holder.specimen, done)
        return (
            f"<p:sp>{head}<p:spPr>{frame(done.rect)}</p:spPr><p:txBody>{body}"
            f"<a:lstStyle>{level}</a:lstStyle>{words}</p:txBody></p:sp>"
        )

    def _own(self, done: Fitted) -> str:
        return f'{frame(done.rect)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>'

    def _shape(self, head: str, locks: str, ph: str, where: str, box: TextBox, done: Fitted) -> str:
        kind: PlaceholderKind = "number" if box.placeholder == "number" else "body"
        wrap = "none" if _single(box, done) else "square"
        body = BODY.format(wrap=wrap)
        return (
            f"<p:sp><p:nvSpPr>{head}{locks}<p:nvPr>{ph}</p:nvPr></p:nvSpPr><p:spPr>{where}</p:spPr>"
            f"<p:txBody>{body}<a:lstStyle/>{self._words(kind, box, done)}</p:txBody></p:sp>"
        )

    def _words(self, kind: PlaceholderKind, box: TextBox, done: Fitted) -> str:
        if kind == "number":
            return self.text.number_field(box.paragraphs[0], done.settings[0])
        return self.text.paragraphs(box.paragraphs, done.settings, box.hang)


def _single(box: TextBox, done: Fitted) -> bool:
    """A numeral on one line never wraps, even in a wider stand-in face."""
    return box.role == "numeral" and all(len(s.lines) == 1 for s in done.settings) and _left(box)


def _left(box: TextBox) -> bool:
    return all(paragraph.align == "left" for paragraph in box.paragraphs)
