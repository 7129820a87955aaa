"""A font of the file as its dictionary and its embedded program describe it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pikepdf

from reportgen.preflight.cmaps import IDENTITY, SIMPLE, CodeMap, predefined, read_cmap
from reportgen.preflight.geometry import IDENTITY as UNIT_MATRIX
from reportgen.preflight.geometry import Matrix, matrix_of

SUBSET_TAG = re.compile(r"^[A-Z]{6}\+")
PROGRAM_KEYS = ("/FontFile", "/FontFile2", "/FontFile3")
BOLD = re.compile(r"medium|semibold|demi|bold|heavy|black|[-_ ]w[5-9]\b", re.I)
SERIF = re.compile(r"serif|song|ming|kai|fang|times|georgia|roman|garamond|mincho|batang", re.I)


@dataclass
class Font:
    """A font resource; equal to itself only."""

    resource: Any  # pikepdf dictionary
    shown: set[int] = field(default_factory=set)  # codes painted anywhere, invisible ones too
    visible: set[int] = field(default_factory=set)
    pages: set[int] = field(default_factory=set)
    outlines: Any = None  # kept here by the module that draws them

    @cached_property
    def subtype(self) -> str:
        return str(self.resource.get("/Subtype", "")).lstrip("/")

    @cached_property
    def name(self) -> str:
        """PostScript name without the subset tag."""
        return SUBSET_TAG.sub("", self.full_name)

    @cached_property
    def full_name(self) -> str:
        return str(self.resource.get("/BaseFont", self.resource.get("/Name", "/?"))).lstrip("/")

    @cached_property
    def is_composite(self) -> bool:
        return self.subtype == "Type0"

    @cached_property
    def descendant(self) -> Any:
        """The CIDFont of a composite font, else the font itself."""
        children = self.resource.get("/DescendantFonts") if self.is_composite else None
        return children[0] if children is not None and len(children) else self.resource

    @cached_property
    def descriptor(self) -> Any:
        return self.descendant.get("/FontDescriptor")

    @cached_property
    def program_key(self) -> str:
        """Which of the three keys holds the program; empty for a font that is not embedded."""
        for key in PROGRAM_KEYS:
            if self.descriptor is not None and key in self.descriptor:
                return key
        return ""

    @cached_property
    def program(self) -> bytes:
        """The embedded font program; empty where there is none or it cannot be unpacked."""
        if not self.program_key:
            return b""
        try:
            return bytes(self.descriptor[self.program_key].read_bytes())
        except pikepdf.PdfError:
            return b""

    @property
    def embedded(self) -> bool:
        return self.subtype == "Type3" or bool(self.program_key)

    @cached_property
    def codes(self) -> CodeMap:
        """How shown strings split into codes, and codes into CIDs."""
        if not self.is_composite:
            return SIMPLE
        encoding = self.resource.get("/Encoding")
        if isinstance(encoding, pikepdf.Stream):
            read = read_cmap(encoding.read_bytes())
            return read if read.code_lengths else IDENTITY
        return predefined(str(encoding).lstrip("/"))

    @cached_property
    def text(self) -> dict[int, str]:
        """The ToUnicode map; empty where there is none."""
        stream = self.resource.get("/ToUnicode")
        return read_cmap(stream.read_bytes()).text if isinstance(stream, pikepdf.Stream) else {}

    def cid(self, code: int) -> int:
        return self.codes.cids.get(code, code)

    @cached_property
    def glyph_map(self) -> bytes:
        """The CIDToGIDMap stream; empty where it is Identity or absent."""
        stream = self.descendant.get("/CIDToGIDMap")
        return bytes(stream.read_bytes()) if isinstance(stream, pikepdf.Stream) else b""

    def glyph(self, cid: int) -> int:
        """The glyph index of a CID in an embedded TrueType program."""
        table = self.glyph_map
        return int.from_bytes(table[2 * cid : 2 * cid + 2], "big") if table else cid

    @cached_property
    def vertical(self) -> bool:
        return self.codes.vertical or str(self.resource.get("/Encoding", "")).endswith("-V")

    @cached_property
    def glyph_space(self) -> float:
        """Text-space size of one width unit."""
        return abs(self.matrix[0]) if self.subtype == "Type3" else 0.001

    @cached_property
    def matrix(self) -> Matrix:
        """Glyph space to text space of a Type 3 font."""
        return matrix_of(self.resource.get("/FontMatrix", ())) if self.subtype == "Type3" else UNIT_MATRIX

    def advance(self, code: int) -> float:
        """Width of a code in text space at size 1."""
        return self.widths.get(self.cid(code), self.default_width) * self.glyph_space

    @cached_property
    def default_width(self) -> float:
        if self.is_composite:
            return float(self.descendant.get("/DW", 1000))
        return float(self.descriptor.get("/MissingWidth", 0)) if self.descriptor is not None else 500.0

    @cached_property
    def widths(self) -> dict[int, float]:
        """Widths by CID, or by code for a simple font."""
        if self.is_composite:
            return _cid_widths(self.descendant.get("/W"))
        first = int(self.resource.get("/FirstChar", 0))
        return {first + i: float(width) for i, width in enumerate(self.resource.get("/Widths", ()))}

    @cached_property
    def bold_sans(self) -> bool:
        """Sans with strokes of weight 500 and more, judged by its name."""
        return bool(BOLD.search(self.name)) and not SERIF.search(self.name)

    @cached_property
    def symbolic(self) -> bool:
        return self.descriptor is not None and bool(int(self.descriptor.get("/Flags", 0)) & 4)


def _cid_widths(array: Any) -> dict[int, float]:
    """The W array: ``c [w1 w2 …]`` and ``first last w``."""
    found: dict[int, float] = {}
    items = list(array) if array is not None else []
    i = 0
    while i + 1 < len(items):
        first = int(items[i])
        if isinstance(items[i + 1], pikepdf.Array):
            found.update({first + n: float(width) for n, width in enumerate(items[i + 1])})
            i += 2
        elif i + 2 < len(items):
            last = min(int(items[i + 1]), first + 65_535)
            found.update(dict.fromkeys(range(first, last + 1), float(items[i + 2])))
            i += 3
        else:
            break
    return found
