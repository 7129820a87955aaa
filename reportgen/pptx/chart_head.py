"""The text inside a native chart, in its planned places: its title, its legend, and the plot below."""

from __future__ import annotations

from reportgen.lengths import Rect
from reportgen.model.sheet import ChartHead
from reportgen.pptx.text import TextWriter
from reportgen.pptx.xml import escape

AT_CORNER = (
    '<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0"/><c:y val="0"/>'
    "</c:manualLayout></c:layout>"
)


def title_xml(head: ChartHead | None, text: TextWriter) -> str:
    """The title at the left on the lines it was measured in; none where the slide has it."""
    if head is None or head.title is None:
        return '<c:autoTitleDeleted val="1"/>'
    words = text.look("a:rPr", head.title.paragraphs[0].runs[0].style)
    lines = f"<a:br>{words}</a:br>".join(
        f"<a:r>{words}<a:t>{escape(line.text)}</a:t></a:r>" for line in head.title.lines
    )
    return (
        '<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn="l"><a:defRPr/></a:pPr>'
        f'{lines}</a:p></c:rich></c:tx>{AT_CORNER}<c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>'
    )


def legend_xml(head: ChartHead | None, size: tuple[float, float], text: TextWriter) -> str:
    """The names of several series where they were planned; none where the slide has them."""
    if head is None or head.keys is None:
        return ""
    words = text.look("a:defRPr", head.keys.paragraphs[0].runs[-1].style)
    return (
        f'<c:legend><c:legendPos val="t"/>{place_xml(head.keys.rect, size)}<c:overlay val="0"/>'
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>{words}</a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr></c:legend>'
    )


def place_xml(rect: Rect, size: tuple[float, float], target: str = "") -> str:
    """``c:layout`` of a rectangle in a chart of that size; ``target``: whether the plot has its labels in it."""
    kind = f'<c:layoutTarget val="{target}"/>' if target else ""
    x, width = (_share(value / size[0]) for value in (rect.x, rect.width))
    y, height = (_share(value / size[1]) for value in (rect.y, rect.height))
    return (
        f'<c:layout><c:manualLayout>{kind}<c:xMode val="edge"/><c:yMode val="edge"/><c:x val="{x}"/>'
        f'<c:y val="{y}"/><c:w val="{width}"/><c:h val="{height}"/></c:manualLayout></c:layout>'
    )


def _share(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")
