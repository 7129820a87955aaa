"""The presentation part, and the properties of the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple
from zlib import crc32

from reportgen.lengths import emu
from reportgen.model.slide import Deck, SlideSection
from reportgen.pptx.notes_part import PAGE
from reportgen.pptx.part_types import CT, RT
from reportgen.pptx.xml import NAMESPACES, escape, part_bytes, quoteattr

SECTION_URI = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
FIRST_SLIDE_ID = 256
MASTER_ID = 2_147_483_648
WIDE = 1.5  # times as wide as high


class Masters(NamedTuple):
    """Relation ids of the masters."""

    slides: str
    notes: str
    handout: str


def presentation_bytes(deck: Deck, masters: Masters, slides: Mapping[str, str], fonts: str = "") -> bytes:
    """``slides``: relation id of every sheet by name, in order; ``fonts``: entries of the embedded fonts."""
    width, height = deck.sheets[0].size
    ids = {name: FIRST_SLIDE_ID + i for i, name in enumerate(slides)}
    listed = "".join(f'<p:sldId id="{ids[name]}" r:id="{rel}"/>' for name, rel in slides.items())
    embedded = ' embedTrueTypeFonts="1"' if fonts else ""
    listed_fonts = f"<p:embeddedFontLst>{fonts}</p:embeddedFontLst>" if fonts else ""
    return part_bytes(
        f'<p:presentation {NAMESPACES}{embedded} autoCompressPictures="0">'
        f'<p:sldMasterIdLst><p:sldMasterId id="{MASTER_ID}" r:id="{masters.slides}"/></p:sldMasterIdLst>'
        f'<p:notesMasterIdLst><p:notesMasterId r:id="{masters.notes}"/></p:notesMasterIdLst>'
        f'<p:handoutMasterIdLst><p:handoutMasterId r:id="{masters.handout}"/></p:handoutMasterIdLst>'
        f"<p:sldIdLst>{listed}</p:sldIdLst>"
        f'<p:sldSz cx="{emu(width)}" cy="{emu(height)}"/>'
        f'<p:notesSz cx="{emu(PAGE[0])}" cy="{emu(PAGE[1])}"/>'
        f"{listed_fonts}{_default_text(deck.language)}{sections_xml(deck.sections, ids)}</p:presentation>"
    )


def _default_text(language: str) -> str:
    look = (
        f'<a:defRPr lang="{language}" sz="1800"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
        '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr>'
    )
    return f"<p:defaultTextStyle><a:lvl1pPr>{look}</a:lvl1pPr></p:defaultTextStyle>"


def sections_xml(sections: Sequence[SlideSection], ids: Mapping[str, int]) -> str:
    """Named runs of slides; each id is made from number and name, so it stays the same."""
    if not sections:
        return ""
    listed = ""
    for index, section in enumerate(sections):
        guid = f"{{{crc32(section.name.encode()):08X}-0000-4000-8000-{index:012X}}}"
        slides = "".join(f'<p14:sldId id="{ids[name]}"/>' for name in section.sheets)
        listed += (
            f'<p14:section name={quoteattr(section.name)} id="{guid}">'
            f"<p14:sldIdLst>{slides}</p14:sldIdLst></p14:section>"
        )
    return (
        f'<p:extLst><p:ext uri="{SECTION_URI}"><p14:sectionLst xmlns:p14="{P14}">{listed}'
        "</p14:sectionLst></p:ext></p:extLst>"
    )


def side_parts() -> tuple[tuple[str, str, str, bytes], ...]:
    """Name, content type, relation and bytes of the small parts PowerPoint needs in every file."""
    main = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    styles = part_bytes(f'<a:tblStyleLst {main} def="{{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}}"/>')
    return (
        (
            "/ppt/presProps.xml",
            CT.PML_PRES_PROPS,
            RT.PRES_PROPS,
            part_bytes(f"<p:presentationPr {NAMESPACES}/>"),
        ),
        ("/ppt/viewProps.xml", CT.PML_VIEW_PROPS, RT.VIEW_PROPS, part_bytes(f"<p:viewPr {NAMESPACES}/>")),
        ("/ppt/tableStyles.xml", CT.PML_TABLE_STYLES, RT.TABLE_STYLES, styles),
    )


def core_bytes(deck: Deck, created: datetime | None) -> bytes:
    """Core properties: title, organisation, subject, language; no machine, user or clock."""
    category = "<cp:category>内部讲稿</cp:category>" if deck.internal else ""
    date = ""
    if created is not None:
        stamp = created.strftime("%Y-%m-%dT%H:%M:%SZ")
        date = "".join(
            f'<dcterms:{tag} xsi:type="dcterms:W3CDTF">{stamp}</dcterms:{tag}>'
            for tag in ("created", "modified")
        )
    return part_bytes(
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(deck.title)}</dc:title><dc:subject>{escape(deck.subject)}</dc:subject>"
        f"<dc:creator>{escape(deck.author)}</dc:creator>{category}<dc:language>{escape(deck.language)}</dc:language>"
        f"{date}</cp:coreProperties>"
    )


def app_bytes(deck: Deck) -> bytes:
    """Extended properties: the organisation and the number of slides."""
    width, height = deck.sheets[0].size
    shape = "宽屏" if width > WIDE * height else "全屏显示(4:3)"
    return part_bytes(
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<PresentationFormat>{shape}</PresentationFormat><Slides>{len(deck.sheets)}</Slides>"
        f"<Notes>{len(deck.sheets)}</Notes><HiddenSlides>0</HiddenSlides>"
        f"<Company>{escape(deck.organisation)}</Company></Properties>"
    )
