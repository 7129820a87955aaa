"""Text in a template's placeholders: it says nothing of position, size, face and colour but what differs."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.charts.lettering import Lettering
from reportgen.fonts import Fonts
from reportgen.model.sheet import Sheet, TextBox
from reportgen.model.slide import SlideLayout
from reportgen.model.template import Template, TemplateHolder
from reportgen.model.text import Run, StyledParagraph
from reportgen.pptx.boxes import BoxWriter
from reportgen.pptx.slide_part import MASTER_MAP, SlideWriter
from reportgen.pptx.text import FIELD, TextWriter
from reportgen.pptx.typefaces import Typefaces
from reportgen.pptx.xml import common, escape, quoteattr

BODY_FONTS = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>'
HEAVY = 600  # weight


class TemplateFaces(Typefaces):
    """Every face is the body font of the template's theme, bold where ours is heavy."""

    def __init__(self, fonts: Fonts) -> None:
        super().__init__(fonts, system=True)

    def run_fonts(self, key: str) -> str:
        return BODY_FONTS

    def bold(self, key: str) -> bool:
        return self.fonts.face(key).weight >= HEAVY

    def pieces(self, key: str, text: str) -> tuple[tuple[str, str], ...]:
        return ((key, text),)  # the office program finds rare characters among the fonts it has


class TemplateBoxWriter(BoxWriter):
    """Writes texts into the template's placeholders, and texts without one as named text boxes."""

    def __init__(self, text: TextWriter, template: Template) -> None:
        super().__init__(text)
        self.layouts = {layout.part: layout for layout in template.file.layouts}

    def holder(self, layout: SlideLayout, key: str) -> TemplateHolder:
        """The template's placeholder of that key."""
        return next(holder for holder in self.layouts[layout.key].holders if holder.key == key)

    def box(self, box: TextBox, id: int, layout: SlideLayout | None) -> str:
        if layout is None or not box.placeholder:
            return super().box(box, id, None)
        holder = self.holder(layout, box.placeholder)
        paragraphs = "".join(_paragraph(paragraph, holder) for paragraph in box.paragraphs)
        return (
            f"<p:sp><p:nvSpPr>{common(id, holder.name)}"
            f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{_ph(holder)}</p:nvPr></p:nvSpPr><p:spPr/>'
            f"<p:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
        )


class TemplateSlideWriter(SlideWriter):
    """Writes slides on the template; ``maps``: the colour maps of layouts that have their own, by part name."""

    def __init__(
        self, text: TextWriter, letters: Lettering, template: Template, maps: Mapping[str, str]
    ) -> None:
        super().__init__(text, letters, frozenset())
        self.boxes: TemplateBoxWriter = TemplateBoxWriter(text, template)
        self.maps = maps

    def holder(self, layout: SlideLayout, key: str) -> str:
        return _ph(self.boxes.holder(layout, key)) if key else ""

    def colour_map(self, sheet: Sheet, layout: SlideLayout) -> str:
        return self.maps.get(layout.key, MASTER_MAP)


def _ph(holder: TemplateHolder) -> str:
    kind = "" if holder.kind == "obj" else f" type={quoteattr(holder.kind)}"
    index = f' idx="{holder.index}"' if holder.index else ""
    return f"<p:ph{kind}{index}/>"


def _paragraph(paragraph: StyledParagraph, holder: TemplateHolder) -> str:
    level = f'<a:pPr lvl="{paragraph.level}"/>' if paragraph.level else ""
    natural = holder.look(paragraph.level).size
    runs = "".join(_run(run, natural, holder.kind) for run in paragraph.runs)
    return f"<a:p>{level}{runs}</a:p>"


def _run(run: Run, natural: float, kind: str) -> str:
    """The run, its size only where it is not the template's; the slide number as a field."""
    size = f' sz="{round(run.style.size * 100)}"' if run.style.size != natural else ""
    look = f'<a:rPr lang="{run.lang}" altLang="en-US"{size}/>'
    if kind == "sldNum":
        return f'<a:fld id="{FIELD}" type="slidenum">{look}<a:t>{escape(run.text)}</a:t></a:fld>'
    pieces = (f"<a:r>{look}<a:t>{escape(piece)}</a:t></a:r>" for piece in run.text.split("\n"))
    return f"<a:br>{look}</a:br>".join(pieces)
