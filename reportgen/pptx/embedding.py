"""Which faces a deck embeds, and how many of their characters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from pathlib import Path
from types import MappingProxyType
from typing import Literal

import uharfbuzz as hb
from msgspec import Struct

from reportgen.fonts import Face, Fonts
from reportgen.fonts.catalogue import bundled_folder
from reportgen.model.slide import FontSupply
from reportgen.pptx.archive import Packed, packed, packed_entries
from reportgen.pptx.eot import eot_bytes
from reportgen.pptx.typefaces import Typefaces
from reportgen.pptx.xml import quoteattr

FontCut = Literal["whole", "everyday", "signs"]

# What can be typed into text of a face, beyond what the deck holds. Eight whole faces would take 17 MB:
# titles and points, which are edited most, take any character; labels and notes the everyday ones.
CUTS: Mapping[str, FontCut] = MappingProxyType(
    {"serif-900": "whole", "sans-500": "whole", "sans-400": "everyday"}
)
COMMON_FACE = "sans-500"  # cut to 8105 + GB 2312 + symbols when the bundled faces are built
SIGNS = (
    (0x20, 0x7E),
    (0xA0, 0xFF),
    (0x2010, 0x203A),
    (0x25A0, 0x25A0),
    (0x3000, 0x301F),
    (0xFF00, 0xFF5E),
    (0xFFE5, 0xFFE5),
)
LAYOUT_TABLES = ("GSUB", "GPOS", "GDEF", "BASE", "vhea", "vmtx", "VORG")
CHINESE_CHARSET = -122  # GB2312_CHARSET as the signed byte ISO 29500-1 asks for
WESTERN_CHARSET = 0
ROMAN, SWISS, SCRIPT = 18, 34, 66  # variable pitch with the family
FAMILIES: Mapping[str, int] = MappingProxyType({"serif": ROMAN, "num": ROMAN, "sans": SWISS, "kai": SCRIPT})


class EmbeddedFont(Struct, frozen=True):
    """A face to embed: its name in the text, and its EOT file as the archive holds it."""

    key: str
    typeface: str
    data: Packed

    def xml(self, relation: str) -> str:
        """Its entry in ``p:embeddedFontLst``; every face is the regular of a family of its own."""
        kind = self.key.partition("-")[0]
        charset = WESTERN_CHARSET if kind == "num" else CHINESE_CHARSET
        return (
            f"<p:embeddedFont><p:font typeface={quoteattr(self.typeface)} "
            f'pitchFamily="{FAMILIES[kind]}" charset="{charset}"/>'
            f'<p:regular r:id="{relation}"/></p:embeddedFont>'
        )


def embedded_fonts(faces: Typefaces, fonts: Fonts, supply: FontSupply) -> tuple[EmbeddedFont, ...]:
    """The faces the written text names, each once, in the catalogue's order; none for ``system``."""
    if supply == "system":
        return ()
    bundled = packed_entries(bundled_cuts()) if supply == "embed" else {}
    used = [key for key in fonts.keys if key in faces.used]
    return tuple(
        EmbeddedFont(key, faces.name(key), _made(key, faces.used[key], fonts, supply, bundled))
        for key in used
    )


def _made(
    key: str, characters: Set[str], fonts: Fonts, supply: FontSupply, bundled: Mapping[str, Packed]
) -> Packed:
    """The bundled cut where it has what the text needs, else one that has."""
    face, typeable = fonts.face(key), _typeable(fonts, key, supply)
    needed = hb.Set(map(ord, characters))
    needed &= face.hb_face.unicodes
    cut = bundled.get(entry_name(face))
    if cut is not None and needed.issubset(typeable):
        return cut
    needed |= typeable
    return packed(eot_bytes(_cut(face, needed)))


def bundled_cuts() -> Path:
    """The archive of the large cuts, which do not depend on the deck."""
    return bundled_folder().parent / "deck-fonts" / "cuts.zip"


def everyday_file() -> Path:
    """The list of the characters that labels and notes can be typed in."""
    return bundled_cuts().with_name("everyday.txt")


def entry_name(face: Face) -> str:
    """A cut's name in the archive, which identifies the file the cut was made from."""
    return f"{face.key}-{face.record.sha256[:16]}.fntdata"


def large_cuts(fonts: Fonts) -> Iterator[tuple[str, bytes]]:
    """Name and data of every cut of the archive, made from the bundled faces."""
    for key in CUTS:
        face = fonts.face(key)
        yield entry_name(face), eot_bytes(_cut(face, _typeable(fonts, key, "embed")))


def _typeable(fonts: Fonts, key: str, supply: FontSupply) -> hb.Set:
    """Code points that can be typed into the deck's text beside those it holds."""
    if supply == "subset":
        return hb.Set()
    cut = CUTS.get(key, "signs")
    if cut == "whole":
        return fonts.face(COMMON_FACE).hb_face.unicodes
    typeable = _everyday() if cut == "everyday" else hb.Set()
    for first, last in SIGNS:  # Latin letters, digits and the punctuation of both scripts
        typeable.add_range(first, last)
    return typeable


def _everyday() -> hb.Set:
    """The characters in everyday use and in names (``scripts/build_deck_fonts.py``)."""
    return hb.Set(map(ord, everyday_file().read_text(encoding="utf-8").strip()))


def _cut(face: Face, codes: hb.Set) -> bytes:
    """The face with those of the code points it has, without hinting and layout features."""
    request = hb.SubsetInput()
    kept = request.sets(hb.SubsetInputSets.UNICODE)
    kept |= codes
    kept &= face.hb_face.unicodes
    request.sets(hb.SubsetInputSets.LAYOUT_FEATURE_TAG).clear()
    dropped = {int.from_bytes(tag.encode("ascii"), "big") for tag in LAYOUT_TABLES}
    request.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(dropped)
    request.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    return bytes(hb.subset(face.hb_face, request).blob.data)
