"""Templates as different offices draw them: bands, pictures, dark grounds, little room, several masters."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from lxml import etree
from PIL import Image
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.packuri import PackURI
from pptx.util import Inches
from template_files import WIDE, A, P, R, saved, themed, widened

A4 = (9906000, 6858000)
CHINESE = {
    "Title Slide": "标题幻灯片", "Title and Content": "标题和内容", "Section Header": "节标题",
    "Two Content": "两栏内容", "Title Only": "仅标题",
}  # fmt: skip
RED = {"accent1": "C00000", "accent2": "D99000", "accent3": "7F7F7F", "dk2": "7A1010", "lt2": "F6E9E0"}
NAVY = {"accent1": "1F4E79", "accent2": "2E75B6", "accent3": "BF9000", "dk2": "1F3864", "lt2": "D6DCE5"}
GREEN = {"accent1": "5B8C5A", "accent2": "596157", "accent3": "E3655B", "dk2": "33413A", "lt2": "EEF3EC"}
BLACK_ON_WHITE = {"dk1": "000000", "lt1": "FFFFFF"}
DARK_GROUND = "10203C"
TITLE, BODY = 1, 2  # PP_PLACEHOLDER
NO_SUBTITLE = """title = { layout = "某某局·首页", subtitle = false }
text = "某某局·正文"
section = "某某局·章节"
figure = "某某局·图页"
"""
SECOND_MASTER = "".join(
    f'{role} = "{name} #2"\n'
    for role, name in (("title", "标题幻灯片"), ("text", "标题和内容"), ("section", "节标题"), ("two-columns", "两栏内容"), ("figure", "仅标题"))
)  # fmt: skip


def banded() -> bytes:
    """4:3, white titles on a red band, red covers, wide lines."""
    show = _chinese((9144000, 6858000), RED)
    width, height = show.slide_width, show.slide_height
    _styled(show, {1: 24, 2: 20, 3: 18}, title=30, title_colour='<a:schemeClr val="bg1"/>', lines=120_000)
    _field(show.slide_master, (0, 0, width, Inches(1)), "C00000")
    _stand(show, TITLE, (Inches(0.4), Inches(0.1), width - Inches(0.8), Inches(0.8)))
    _stand(show, BODY, (Inches(0.5), Inches(1.3), width - Inches(1), height - Inches(2.1)))
    for name in ("标题幻灯片", "节标题"):
        _ground(_layout(show, name), "C00000")
    return saved(show)


def lettered() -> bytes:
    """A4 with a logo at the top right."""
    show = _chinese(A4, GREEN)
    _styled(show, {1: 26, 2: 22, 3: 20}, title=32)
    _picture(show.slide_master, (A4[0] - Inches(1.7), Inches(0.15), Inches(1.5), Inches(0.6)), (91, 140, 90))
    _stand(show, TITLE, (Inches(0.5), Inches(0.3), A4[0] - Inches(2.6), Inches(1)))
    return saved(show)


def without_subtitle() -> bytes:
    """Layouts with the office's own names, a cover with a title only, none of two columns."""
    show = _chinese(WIDE, NAVY)
    _styled(show, {1: 28, 2: 24, 3: 20}, title=36)
    subtitle = _layout(show, "标题幻灯片").placeholders[1]._element
    subtitle.getparent().remove(subtitle)
    for name in ("两栏内容", "Comparison"):
        show.slide_layouts.remove(_layout(show, name))
    own = {
        "标题幻灯片": "某某局·首页",
        "标题和内容": "某某局·正文",
        "节标题": "某某局·章节",
        "仅标题": "某某局·图页",
    }
    for layout in show.slide_layouts:
        layout._element.attrib.pop("type", None)
        layout._element.find(f"{P}cSld").set("name", own.get(layout.name, layout.name))
    return saved(show)


def beside_picture() -> bytes:
    """A picture down the left third, titles and text to its right."""
    show = _chinese(WIDE, RED)
    width, height = WIDE
    left = int(width * 0.3)
    _styled(show, {1: 24, 2: 20, 3: 18}, title=32)
    _picture(show.slide_master, (0, 0, left, height), (20, 50, 90))
    x, across = left + Inches(0.4), width - left - Inches(0.8)
    _stand(show, TITLE, (x, Inches(0.4), across, Inches(1)))
    _stand(show, BODY, (x, Inches(1.6), across, height - Inches(2.4)))
    for layout in show.slide_layouts:
        for holder in layout.placeholders:
            if holder._element.find(f"{P}spPr/{A}xfrm") is not None:
                places = (left + int(holder.left * 0.7), holder.top, int(holder.width * 0.7), holder.height)
                holder.left, holder.top, holder.width, holder.height = places
    return saved(show)


def low() -> bytes:
    """A landscape over the lower half: four lines of text on a slide."""
    show = _chinese(WIDE, GREEN)
    width, height = WIDE
    _styled(show, {1: 24, 2: 20, 3: 18}, title=36)
    _picture(show.slide_master, (0, height - Inches(3.2), width, Inches(3.2)), (190, 200, 180))
    _stand(show, TITLE, (Inches(0.6), Inches(0.3), width - Inches(1.2), Inches(0.9)))
    _stand(show, BODY, (Inches(0.6), Inches(1.3), width - Inches(1.2), Inches(2.6)))
    for holder, x in zip(list(_layout(show, "两栏内容").placeholders)[1:3], (0.6, 6.8), strict=False):
        holder.left, holder.top, holder.width, holder.height = map(Inches, (x, 1.3, 5.9, 2.6))
    return saved(show)


def dark() -> bytes:
    """A dark ground and white text that the master says past its colour scheme, accents as dark as the ground."""
    return saved(_dark())


def photographed() -> bytes:
    """White text on a dark picture that fills the master."""
    show = _dark()
    _ground(show.slide_master, "FFFFFF")
    _picture(show.slide_master, (0, 0, *WIDE), (20, 40, 90))
    return saved(show)


def two_masters() -> bytes:
    """Two masters whose layouts have the same names."""
    show, other = _chinese(WIDE, NAVY), _chinese(WIDE, RED)
    _field(other.slide_master, (0, 0, Inches(0.25), WIDE[1]), "C00000")
    master = other.slide_master.part
    master.partname = PackURI("/ppt/slideMasters/slideMaster2.xml")
    master.part_related_by(RT.THEME).partname = PackURI("/ppt/theme/theme9.xml")
    for number, layout in enumerate(other.slide_layouts, 20):
        layout.part.partname = PackURI(f"/ppt/slideLayouts/slideLayout{number}.xml")
    listed = etree.SubElement(
        show.part._element.find(f"{P}sldMasterIdLst"), f"{P}sldMasterId", id="2147484000"
    )
    listed.set(f"{R}id", show.part.relate_to(master, RT.SLIDE_MASTER))
    for number, item in enumerate(master._element.find(f"{P}sldLayoutIdLst"), 2147484001):
        item.set("id", str(number))
    return saved(show)


def _dark() -> Any:
    show = _chinese(WIDE, NAVY)
    _ground(show.slide_master, DARK_GROUND)
    for look in show.slide_master._element.find(f"{P}txStyles").iter(f"{A}defRPr"):
        _coloured(look, '<a:srgbClr val="FFFFFF"/>')
    return show


def _chinese(size: tuple[int, int], colours: Mapping[str, str]) -> Any:
    """The library's own template at that size, in those colours, its layouts named as Chinese PowerPoint does."""
    show = Presentation()
    widened(show, size)
    for layout in show.slide_layouts:
        layout._element.find(f"{P}cSld").set("name", CHINESE.get(layout.name, layout.name))
    theme = show.slide_master.part.part_related_by(RT.THEME)
    theme._blob = themed(theme.blob, BLACK_ON_WHITE | dict(colours))
    return show


def _layout(show: Any, name: str) -> Any:
    return next(layout for layout in show.slide_layouts if layout.name == name)


def _stand(show: Any, kind: int, place: tuple[int, int, int, int]) -> None:
    for holder in show.slide_master.placeholders:
        if holder.placeholder_format.type == kind:
            holder.left, holder.top, holder.width, holder.height = (int(side) for side in place)


def _styled(show: Any, sizes: Mapping[int, int], title: int, title_colour: str = "", lines: int = 0) -> None:
    """Sizes of body levels and of titles in points, line spacing in thousandths of a percent."""
    styles = show.slide_master._element.find(f"{P}txStyles")
    head = styles.find(f"{P}titleStyle/{A}lvl1pPr")
    head.set("algn", "l")
    head.find(f"{A}defRPr").set("sz", str(title * 100))
    if title_colour:
        _coloured(head.find(f"{A}defRPr"), title_colour)
    for level, size in sizes.items():
        rules = styles.find(f"{P}bodyStyle/{A}lvl{level}pPr")
        rules.find(f"{A}defRPr").set("sz", str(size * 100))
        if lines:
            rules.insert(0, _xml(f'<a:lnSpc><a:spcPct val="{lines}"/></a:lnSpc>'))


def _coloured(look: Any, colour: str) -> None:
    for fill in look.findall(f"{A}solidFill"):
        look.remove(fill)
    look.insert(0, _xml(f"<a:solidFill>{colour}</a:solidFill>"))


def _ground(sheet: Any, rgb: str) -> None:
    content = sheet._element.find(f"{P}cSld")
    for old in content.findall(f"{P}bg"):
        content.remove(old)
    fill = f'<a:solidFill><a:srgbClr val="{rgb}"/></a:solidFill><a:effectLst/>'
    content.insert(0, _xml(f"<p:bg><p:bgPr>{fill}</p:bgPr></p:bg>"))


def _field(sheet: Any, place: tuple[int, int, int, int], rgb: str) -> None:
    _draw(sheet, "sp", "<p:cNvSpPr/>", "", place, f'<a:solidFill><a:srgbClr val="{rgb}"/></a:solidFill>')


def _picture(sheet: Any, place: tuple[int, int, int, int], colour: tuple[int, int, int]) -> None:
    buffer = BytesIO()
    Image.new("RGB", (60, 40), colour).save(buffer, "PNG")
    buffer.seek(0)
    _, id = sheet.part.get_or_add_image_part(buffer)
    fill = f'<p:blipFill><a:blip r:embed="{id}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
    _draw(sheet, "pic", "<p:cNvPicPr/>", fill, place)


def _draw(
    sheet: Any, tag: str, locks: str, fill: str, place: tuple[int, int, int, int], look: str = ""
) -> None:
    """A shape of the sheet's own behind its placeholders."""
    tree = sheet.shapes._spTree
    x, y, width, height = (int(side) for side in place)
    head = "nvSpPr" if tag == "sp" else "nvPicPr"
    frame = f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
    tree.insert(
        2,
        _xml(
            f'<p:{tag}><p:{head}><p:cNvPr id="{900 + len(tree)}" name="art"/>{locks}<p:nvPr userDrawn="1"/></p:{head}>'
            f'{fill}<p:spPr>{frame}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{look}</p:spPr></p:{tag}>'
        ),
    )


def _xml(text: str) -> Any:
    names = f'xmlns:a="{A[1:-1]}" xmlns:p="{P[1:-1]}" xmlns:r="{R[1:-1]}"'
    end = text.index(">") if "/>" not in text[: text.index(">") + 1] else text.index("/>")
    return etree.fromstring(f"{text[:end]} {names}{text[end:]}")
