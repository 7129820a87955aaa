"""One slide: its items in reading order as a shape tree."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import count, groupby

from msgspec import Struct

from reportgen.charts.lettering import Lettering
from reportgen.charts.style import ChartStyle
from reportgen.layout.slides.baseline import Setting
from reportgen.layout.slides.scheme import SECTION, slot_of
from reportgen.lengths import emu
from reportgen.model.sheet import ChartItem, Item, PictureItem, Shape, Sheet, TableItem, TextBox
from reportgen.model.slide import Click, SlideLayout
from reportgen.model.text import Run, Style, StyledParagraph
from reportgen.pptx.boxes import BODY, BoxWriter, holder_xml
from reportgen.pptx.chart_look import is_native
from reportgen.pptx.colours import override_xml
from reportgen.pptx.drawn_charts import Word, drawn
from reportgen.pptx.shapes import ShapeWriter, frame, marks_of
from reportgen.pptx.table import table_frame
from reportgen.pptx.text import TextWriter
from reportgen.pptx.timing import Target, timing_xml
from reportgen.pptx.xml import NAMESPACES, common, part_bytes

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
SVG_URI = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
TREE_HEAD = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
MASTER_MAP = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
FIRST_ID = 2  # 1 is the tree itself

Written = Item | tuple[Shape, ...]  # what one shape of the tree is written from


class Relations(Struct, frozen=True):
    """Relation ids of a slide's charts and pictures, in the order of the items.

    ``chart_pictures``: PNG and SVG of every chart where charts are shown as pictures.
    """

    charts: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    chart_pictures: tuple[tuple[str, str], ...] = ()


class SlideWriter:
    """Writes slides in one theme. ``letters``: how words of drawn charts are measured. ``hidden``: art the layouts and the master show already."""

    def __init__(self, text: TextWriter, letters: Lettering, hidden: frozenset[Shape]) -> None:
        self.text = text
        self.letters = letters
        self.boxes = BoxWriter(text)
        self.hidden = hidden

    def slide(
        self, sheet: Sheet, layout: SlideLayout, relations: Relations, clicks: Sequence[Click] = ()
    ) -> bytes:
        """The slide part; ``clicks``: what appears one after the other."""
        write = self._writer(layout, relations)
        written = [(item, write(item)) for item in _in_reading_order(self._visible(sheet.items))]
        shapes = "".join(xml for _, xml in written)
        background = self._background(sheet, layout)
        return part_bytes(
            f"<p:sld {NAMESPACES}><p:cSld>{background}<p:spTree>{TREE_HEAD}{shapes}</p:spTree></p:cSld>"
            f"{self.colour_map(sheet, layout)}{timing_xml(_targets(sheet, written, clicks))}</p:sld>"
        )

    def colour_map(self, sheet: Sheet, layout: SlideLayout) -> str:
        """Which colours the slide's scheme names mean: the master's, but where its section has another text colour."""
        theme = self.text.palette.theme
        slot = slot_of(theme.role(sheet.section).text, theme) if layout.recoloured else None
        return override_xml(slot) if slot not in (None, SECTION) else MASTER_MAP

    def holder(self, layout: SlideLayout, key: str) -> str:
        """``p:ph`` of a chart, table or picture; nothing where it has no placeholder."""
        holder = layout.placeholder(key) if key else None
        return holder_xml(layout, holder) if holder else ""

    def _writer(self, layout: SlideLayout, relations: Relations) -> Callable[[Written], str]:
        """Writes one item or drawing after the other, in the order of the relations."""
        ids = count(FIRST_ID)
        charts, pictures = iter(relations.charts), iter(relations.pictures)
        chart_pictures = iter(relations.chart_pictures)

        def write(item: Written) -> str:
            if isinstance(item, tuple):
                return self._shapes(item, ids)
            if isinstance(item, TextBox):
                return self.boxes.box(item, next(ids), layout)
            if isinstance(item, ChartItem) and relations.chart_pictures:
                return self._picture(item, layout, _vector_blip(*next(chart_pictures)), next(ids))
            if isinstance(item, ChartItem):
                return self._chart(item, layout, charts, ids)
            if isinstance(item, TableItem):
                return table_frame(item, next(ids), self.holder(layout, item.placeholder), self.text)
            if isinstance(item, PictureItem):
                return self._picture(item, layout, f'<a:blip r:embed="{next(pictures)}"/>', next(ids))
            return ""

        return write

    def _visible(self, items: Iterable[Item]) -> list[Item]:
        return [item for item in items if not (isinstance(item, Shape) and item in self.hidden)]

    def _background(self, sheet: Sheet, layout: SlideLayout) -> str:
        if sheet.background is None or sheet.background == layout.background:
            return ""
        return background_xml(self.text.palette.fill(sheet.background))

    def _shapes(self, shapes: tuple[Shape, ...], ids: count[int]) -> str:
        """A named drawing as one group, a single shape as itself."""
        marks = marks_of(shapes)
        if not marks:
            return ""
        first = shapes[0]
        writer = ShapeWriter(self.text.palette, ids)
        plain = first.role == "decoration"
        name = first.name or ("装饰" if plain else "图形")
        if len(marks) == 1:
            return writer.mark(marks[0], name, first.alt, decorative=plain)
        return writer.group(marks, name, first.alt, decorative=plain)

    def _chart(self, item: ChartItem, layout: SlideLayout, charts: Iterable[str], ids: count[int]) -> str:
        name = item.name or item.spec.title or "图表"
        if not is_native(item.spec):
            return self._drawing(item, name, ids)
        box = item.rect
        relation = next(iter(charts))
        return (
            f"<p:graphicFrame><p:nvGraphicFramePr>{common(next(ids), name, item.alt)}"
            '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
            f"<p:nvPr>{self.holder(layout, item.placeholder)}</p:nvPr></p:nvGraphicFramePr>"
            f'<p:xfrm><a:off x="{emu(box.x)}" y="{emu(box.y)}"/>'
            f'<a:ext cx="{emu(box.width)}" cy="{emu(box.height)}"/></p:xfrm>'
            f'<a:graphic><a:graphicData uri="{CHART}"><c:chart xmlns:c="{CHART}" r:id="{relation}"/>'
            "</a:graphicData></a:graphic></p:graphicFrame>"
        )

    def _picture(self, item: PictureItem | ChartItem, layout: SlideLayout, blip: str, id: int) -> str:
        """A picture, in its placeholder where it has one; ``blip``: what it shows."""
        holder = self.holder(layout, item.placeholder)
        grouped = ' noGrp="1"' if holder else ""
        return (
            f"<p:pic><p:nvPicPr>{common(id, item.name or '图片', item.alt)}"
            f'<p:cNvPicPr><a:picLocks{grouped} noChangeAspect="1"/></p:cNvPicPr><p:nvPr>{holder}</p:nvPr></p:nvPicPr>'
            f"<p:blipFill>{blip}<a:stretch><a:fillRect/></a:stretch></p:blipFill>"
            f'<p:spPr>{frame(item.rect)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
        )

    def _drawing(self, item: ChartItem, name: str, ids: count[int]) -> str:
        theme = self.text.palette.theme
        drawing = drawn(item, ChartStyle(theme, theme.role(item.section), self.letters, item.on_field, True))
        writer = ShapeWriter(self.text.palette, ids)
        words = "".join(self._word(word, next(ids), name) for word in drawing.words)
        return writer.group(drawing.marks, name, item.alt, words)

    def _word(self, word: Word, id: int, name: str) -> str:
        """A label inside a drawn chart, one line as high as its rectangle."""
        style = Style(word.face, word.size, word.colour)
        paragraph = StyledParagraph((Run(word.text, style),), word.rect.height, word.align)
        setting = Setting(word.rect.height, 0.0, (word.text,))
        box = frame(word.rect).replace("<a:xfrm>", '<a:xfrm rot="-5400000">' if word.turned else "<a:xfrm>")
        return (
            f'<p:sp><p:nvSpPr>{common(id, f"{name} 标签 {id}")}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
            f'<p:spPr>{box}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
            f"<p:txBody>{BODY.format(wrap='square', anchor='t')}<a:lstStyle/>"
            f"{self.text.paragraphs((paragraph,), (setting,))}</p:txBody></p:sp>"
        )


def _targets(
    sheet: Sheet, written: Sequence[tuple[Written, str]], clicks: Sequence[Click]
) -> list[list[Target]]:
    """The shapes the appearing items were written as: the first id in one is its own."""
    shapes = {id(item[0] if isinstance(item, tuple) else item): xml for item, xml in written}
    found = []
    for click in clicks:
        targets = []
        for each in click:
            item = sheet.items[each.item]
            xml = shapes[id(item)]
            (shape,) = re.findall(r'<p:cNvPr id="(\d+)"', xml)[:1]
            level = item.paragraphs[each.paragraph or 0].level if isinstance(item, TextBox) else 0
            targets.append(Target(shape, each.paragraph, level, chart=f'uri="{CHART}"' in xml))
        found.append(targets)
    return found


def _vector_blip(png: str, svg: str) -> str:
    """The PNG, and for programs that know SVG the same drawing as vectors (MS-ODRAWXML 2.3.1.3, X-05)."""
    return (
        f'<a:blip r:embed="{png}"><a:extLst><a:ext uri="{SVG_URI}">'
        f'<asvg:svgBlip xmlns:asvg="{SVG}" r:embed="{svg}"/></a:ext></a:extLst></a:blip>'
    )


def background_xml(fill: str) -> str:
    """A slide's, layout's or master's ground of one fill."""
    return f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"


def _in_reading_order(items: Iterable[Item]) -> Iterable[Written]:
    """The title first, then the items as planned; neighbouring shapes of one name as one drawing."""
    ordered = sorted(items, key=lambda item: item.role != "title" or not isinstance(item, TextBox))
    for name, run in groupby(ordered, key=_drawing_name):
        if name is None:
            yield from run
        elif name == "":
            yield from ((shape,) for shape in run if isinstance(shape, Shape))
        else:
            yield tuple(shape for shape in run if isinstance(shape, Shape))


def _drawing_name(item: Item) -> str | None:
    return item.name if isinstance(item, Shape) else None
