"""Templates as offices have them, made with python-pptx: old and wide, Chinese names, samples, things that lack."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from lxml import etree
from PIL import Image
from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.util import Inches

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
SECRET = "张三"
AUTHORS = f'<p:cmAuthorLst xmlns:p="{P[1:-1]}"><p:cmAuthor id="0" name="{SECRET}" initials="Z" lastIdx="1" clrIdx="0"/></p:cmAuthorLst>'
WIDE = (12192000, 6858000)
CHINESE = {
    "Title Slide": "某某局封面",
    "Title and Content": "某某局内页",
    "Section Header": "某某局过渡",
    "Two Content": "某某局左右",
    "Title Only": "某某局空版",
}
MAPPING = """title = "某某局封面"
section = "某某局过渡"
text = "某某局内页"
figure = { layout = "某某局空版" }
two-columns = { layout = "某某局左右", area = "Content Placeholder 2", body = 2 }
"""
DARK = {"dk1": "0B1F3A", "lt1": "FFFFFF", "dk2": "14375E", "lt2": "D9E2EC", "accent1": "E0A030", "accent2": "4FB3BF", "accent3": "D96C6C"}  # fmt: skip


def old() -> bytes:
    """The library's own: 4:3, English names, PowerPoint's kinds of layouts."""
    return saved(Presentation())


def used() -> bytes:
    """A 4:3 presentation somebody has worked in: samples, pictures, notes, and whose it is."""
    show = Presentation()
    show.core_properties.author = show.core_properties.last_modified_by = SECRET
    for layout in list(show.slide_layouts)[:4]:
        slide = show.slides.add_slide(layout)
        slide.shapes.add_picture(_picture(), Inches(1), Inches(1))
        slide.notes_slide.notes_text_frame.text = f"{SECRET}的备注"
    _link(show.slide_layouts[5], show.slides[0].part)
    _tag(show.slide_layouts[1])
    _own_colours(show.slide_layouts[5])
    _embed_font(show)
    package = show.part.package
    authors = Part(PackURI("/ppt/commentAuthors.xml"), CT.PML_COMMENT_AUTHORS, package, AUTHORS.encode())
    show.part.relate_to(authors, RT.COMMENT_AUTHORS)
    return saved(show)


def badged() -> bytes:
    """The old one with a picture on a layout."""
    show = Presentation()
    layout = show.slide_layouts[1]
    slide = show.slides.add_slide(layout)
    picture = slide.shapes.add_picture(_picture(), Inches(1), Inches(1))._element
    blip = picture.find(f".//{A}blip")
    image = slide.part.related_part(blip.get(f"{R}embed"))
    blip.set(f"{R}embed", layout.part.relate_to(image, RT.IMAGE))
    layout.shapes._spTree.append(picture)
    return saved(show)


def pictured() -> bytes:
    """The old one with a picture among the grounds of its theme."""
    show = Presentation()
    theme = show.slide_master.part.part_related_by(RT.THEME)
    image = show.part.package.get_or_add_image_part(_picture())
    id = theme.relate_to(image, RT.IMAGE)
    blip = f'<a:blipFill xmlns:r="{R[1:-1]}"><a:blip r:embed="{id}"/><a:stretch/></a:blipFill>'.encode()
    grounds = rb"(<a:bgFillStyleLst>.*?)<a:gradFill.*?</a:gradFill>"
    theme._blob, count = re.subn(grounds, rb"\1" + blip, theme.blob, count=1, flags=re.DOTALL)
    assert count
    return saved(show)


def _link(layout: Any, slide: Part) -> None:
    """A shape that leads to a sample slide, and one that leads to a file of somebody's disk."""
    part = layout.part
    targets = (
        part.relate_to(slide, RT.SLIDE),
        part.relate_to(f"file:///C:/Users/{SECRET}/a.pptx", RT.HYPERLINK, is_external=True),
    )
    for shape, id in zip(layout.placeholders, targets, strict=False):
        head = shape._element.find(f".//{P}cNvPr")
        link = etree.SubElement(head, f"{A}hlinkClick")
        link.set(f"{R}id", id)


def _tag(layout: Any) -> None:
    """What an add-in remembers on a layout."""
    blob = f'<p:tagLst xmlns:p="{P[1:-1]}"><p:tag name="A" val="{SECRET}"/></p:tagLst>'.encode()
    part = Part(PackURI("/ppt/tags/tag1.xml"), CT.PML_TAGS, layout.part.package, blob)
    data = etree.SubElement(layout._element.find(f"{P}cSld"), f"{P}custDataLst")
    etree.SubElement(data, f"{P}tags").set(f"{R}id", layout.part.relate_to(part, RT.TAGS))


def _own_colours(layout: Any) -> None:
    """Light on dark on this layout alone."""
    over = layout._element.find(f"{P}clrMapOvr")
    over.clear()
    names = {"bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2", "hlink": "hlink", "folHlink": "folHlink"}
    names |= {f"accent{i}": f"accent{i}" for i in range(1, 7)}
    etree.SubElement(over, f"{A}overrideClrMapping", **names)


def _embed_font(show: Any) -> None:
    part = Part(PackURI("/ppt/fonts/font1.fntdata"), "application/x-fontdata", show.part.package, b"font")
    listed = etree.Element(f"{P}embeddedFontLst")
    font = etree.SubElement(listed, f"{P}embeddedFont")
    etree.SubElement(font, f"{P}font", typeface="Template")
    etree.SubElement(font, f"{P}regular").set(f"{R}id", show.part.relate_to(part, RT.FONT))
    show.part._element.find(f"{P}notesSz").addnext(listed)


def chinese(before: str = "") -> bytes:
    """A wide, dark template with names of its own and nothing that says which layout is what.

    ``before``: stands in front of every name.
    """
    show = Presentation()
    widened(show, WIDE)
    for layout in show.slide_layouts:
        layout._element.attrib.pop("type", None)
        name = layout._element.find(f"{P}cSld")
        name.set("name", before + CHINESE.get(layout.name, layout.name))
    _darken(show)
    return saved(show)


def without(name: str, index: int | None = None) -> bytes:
    """The old one without a layout, or without one placeholder of it."""
    show = Presentation()
    layout = next(layout for layout in show.slide_layouts if layout.name == name)
    if index is None:
        show.slide_layouts.remove(layout)
    else:
        holder = next(h for h in layout.placeholders if h.placeholder_format.idx == index)
        holder._element.getparent().remove(holder._element)
    return saved(show)


def rewritten(data: bytes, part: str, pattern: str, text: str) -> bytes:
    """The template with what matches in the parts of that name replaced."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(buffer, "w") as out:
        for name in source.namelist():
            blob = source.read(name)
            if name.endswith(part):
                blob = re.sub(pattern.encode(), text.encode(), blob)
            out.writestr(name, blob)
    return buffer.getvalue()


def saved(show: Any) -> bytes:
    """The template as a file."""
    buffer = BytesIO()
    show.save(buffer)
    return buffer.getvalue()


def _picture() -> BytesIO:
    buffer = BytesIO()
    Image.new("RGB", (40, 30), "red").save(buffer, "PNG")
    buffer.seek(0)
    return buffer


def widened(show: Any, size: tuple[int, int]) -> None:
    """Gives the slides that size, and every box as much wider and higher as the slide."""
    shares = {"x": size[0] / show.slide_width, "y": size[1] / show.slide_height}
    show.slide_width, show.slide_height = size
    for sheet in (show.slide_master, *show.slide_layouts):
        for frame in sheet._element.iter(f"{A}xfrm"):
            for tag, name in (("off", "x"), ("ext", "cx"), ("off", "y"), ("ext", "cy")):
                side = frame.find(f"{A}{tag}")
                side.set(name, str(round(int(side.get(name)) * shares[name[-1]])))


def _darken(show: Any) -> None:
    """Light text on a dark ground, by the master's colour map."""
    part = show.slide_master.part.part_related_by(RT.THEME)
    part._blob = themed(part.blob, DARK)
    mapped = show.slide_master._element.find(f"{P}clrMap")
    for name, slot in {"bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2"}.items():
        mapped.set(name, slot)


def themed(blob: bytes, colours: Mapping[str, str]) -> bytes:
    """The theme part in other colours."""
    root = etree.fromstring(blob)
    for slot, value in colours.items():
        element = root.find(f".//{A}clrScheme/{A}{slot}")
        element.clear()
        etree.SubElement(element, f"{A}srgbClr", val=value)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
