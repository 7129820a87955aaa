"""The parts of a template a deck keeps: its masters with all they need, none of its slides and history."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

from lxml import etree
from msgspec import Struct
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from reportgen.model.slide import SlideSection
from reportgen.pptx.archive import Packed, packed
from reportgen.pptx.container import Part
from reportgen.pptx.presentation_part import FIRST_SLIDE_ID, sections_xml
from reportgen.pptx.xml import NAMESPACES, part_bytes

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
LEFT_BEHIND = (RT.SLIDE, RT.TAGS, RT.COMMENTS, RT.COMMENT_AUTHORS, RT.CUSTOM_XML, RT.NOTES_SLIDE)
NOTES = "notes"  # the notes master among the relations: the template's or our own
LOCAL = "file:"  # a link to a local disk


class TemplatePart(Part):
    """A part of the template: its bytes, and its relations under the ids its bytes know them by."""

    def __init__(self, part: Any) -> None:
        super().__init__(str(part.partname), part.content_type, part.blob)
        self.rels = part.rels

    def part_name_related_by(self, kind: str) -> str:
        """The name of the first part with that relation; KeyError where there is none."""
        return str(next(r.target_part.partname for r in self.rels.values() if r.reltype == kind))

    def entries(self) -> Iterator[tuple[str, Packed]]:
        yield from super().entries()
        if len(self.rels):
            folder, file = self.name.rsplit("/", 1)
            yield f"{folder}/_rels/{file}.rels".lstrip("/"), packed(self.rels.xml)


class Kept(Struct, frozen=True):
    """What a deck takes over from a template: its parts by name, and those the presentation points to."""

    presentation: Any  # its element, in which relation ids are those of the template
    targets: Mapping[str, str]  # part names by these ids
    parts: Mapping[str, TemplatePart]  # in the order they are reached
    masters: tuple[str, ...]
    fonts: tuple[str, ...]
    notes_master: str | None
    handout_master: str | None
    table_styles: str | None
    colour_maps: Mapping[
        str, str
    ]  # ``p:clrMapOvr`` of the layouts that do not keep to their master's colours


def kept_parts(data: bytes) -> Kept:
    """What a deck takes over, cleaned of links to slides, tags and local files."""
    main = Presentation(BytesIO(data)).part
    element = main._element
    targets = {id: rel.target_part for id, rel in main.rels.items() if not rel.is_external}
    masters = [targets[item.get(f"{R}id")] for item in element.find(f"{P}sldMasterIdLst")]
    fonts = [part for id, part in targets.items() if main.rels[id].reltype == RT.FONT]
    single = [_only(main, kind) for kind in (RT.NOTES_MASTER, RT.HANDOUT_MASTER, RT.TABLE_STYLES)]
    reached: dict[str, Any] = {}
    for root in (*masters, *(part for part in single if part is not None), *fonts):
        reached |= {str(part.partname): part for part in _reached(root, reached)}
    notes, handout, styles = (str(part.partname) if part is not None else None for part in single)
    return Kept(
        element,
        {id: str(part.partname) for id, part in targets.items()},
        {name: TemplatePart(part) for name, part in reached.items()},
        tuple(str(part.partname) for part in masters),
        tuple(str(part.partname) for part in fonts),
        notes,
        handout,
        styles,
        {name: text for name, part in reached.items() if (text := _own_colours(part))},
    )


def _own_colours(part: Any) -> str:
    """The colour map of a layout that has one of its own; empty for every other part."""
    element = getattr(part, "_element", None)
    over = element.find(f"{P}clrMapOvr") if element is not None else None
    return _text(over) if over is not None and over.find(f"{A}overrideClrMapping") is not None else ""


def _only(main: Any, kind: str) -> Any:
    return next((rel.target_part for rel in main.rels.values() if rel.reltype == kind), None)


def _reached(part: Any, known: Mapping[str, Any]) -> Iterator[Any]:
    """The part and all it refers to, each once, after what it must not carry on is taken out."""
    waiting, seen = [part], set(known)
    while waiting:
        here = waiting.pop(0)
        if str(here.partname) in seen:
            continue
        seen.add(str(here.partname))
        _clean(here)
        yield here
        waiting += [rel.target_part for rel in here.rels.values() if not rel.is_external]


def _clean(part: Any) -> None:
    for id, rel in tuple(part.rels.items()):
        local = rel.is_external and rel.target_ref.lower().startswith(LOCAL)
        if rel.reltype in LEFT_BEHIND or local:
            _unlink(getattr(part, "_element", None), id)
            part.rels.pop(id)


def _unlink(root: Any, id: str) -> None:
    """Takes out what refers to a relation: a link or tag whole, of a picture its link to a file."""
    if root is None:
        return
    for element in [e for e in root.iter() if isinstance(e.tag, str) and id in e.attrib.values()]:
        names = [name for name, value in element.attrib.items() if value == id and name.startswith(R)]
        if f"{R}link" in names:
            del element.attrib[f"{R}link"]
        elif names:
            parent = element.getparent()
            parent.remove(element)
            if etree.QName(parent).localname == "custDataLst" and not len(parent):
                parent.getparent().remove(parent)


def template_presentation(
    kept: Kept,
    relations: dict[str, str],
    slides: dict[str, str],
    sections: tuple[SlideSection, ...],
) -> bytes:
    """The presentation part: the template's masters, sizes, fonts and text defaults, our slides and sections.

    ``relations``: the new relation id of a part by its name; ``slides``: of every sheet by name, in order.
    """
    source = kept.presentation
    ids = {name: FIRST_SLIDE_ID + i for i, name in enumerate(slides)}
    listed = "".join(f'<p:sldId id="{ids[name]}" r:id="{rel}"/>' for name, rel in slides.items())
    embedded = ' embedTrueTypeFonts="1"' if source.find(f"{P}embeddedFontLst") is not None else ""
    pieces = [
        _listed(kept, "sldMasterIdLst", relations),
        _notes(kept, relations),
        _listed(kept, "handoutMasterIdLst", relations),
        f"<p:sldIdLst>{listed}</p:sldIdLst>",
        _copied(source, "sldSz"),
        _copied(source, "notesSz"),
        _listed(kept, "embeddedFontLst", relations),
        _copied(source, "kinsoku"),
        _copied(source, "defaultTextStyle"),
        sections_xml(sections, ids),
    ]
    return part_bytes(f"<p:presentation {NAMESPACES}{embedded}>{''.join(pieces)}</p:presentation>")


def _notes(kept: Kept, relations: dict[str, str]) -> str:
    return f'<p:notesMasterIdLst><p:notesMasterId r:id="{relations[NOTES]}"/></p:notesMasterIdLst>'


def _listed(kept: Kept, tag: str, relations: dict[str, str]) -> str:
    """A list of the template's presentation with the new relation ids."""
    element = kept.presentation.find(f"{P}{tag}")
    if element is None:
        return ""
    for item in element.iter():
        if (old := item.get(f"{R}id")) is not None:
            item.set(f"{R}id", relations[kept.targets[old]])
    return _text(element)


def _copied(source: Any, tag: str) -> str:
    element = source.find(f"{P}{tag}")
    return "" if element is None else _text(element)


def _text(element: Any) -> str:
    return str(etree.tostring(element, encoding="unicode", with_tail=False))
