"""Glyph runs into PDF text: one Type0/Identity-H font object per face, subset by harfbuzz.

Character codes are allotted one by one to pairs of (glyph, its text), so the same glyph may have
different texts and every code has one entry in ToUnicode, above U+FFFF too (ISO 32000-1 9.7.4, 9.10.3).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from reportlab.pdfbase import pdfdoc

from reportgen.errors import error
from reportgen.fonts import Face, Fonts
from reportgen.model.text import GlyphRun, Style
from reportgen.pdf.font_program import Variant, font_program
from reportgen.pdf.ink import number
from reportgen.pdf.reportlab_parts import document_of

SYMBOLIC = 4  # FontDescriptor flag: glyphs are chosen by number
LARGEST_CODE = 0xFFFF
SOFT_HYPHEN = "\u00ad"
# Thousandths of an em:
ROUNDING = 0.02  # shifts not worth writing
UNSEEN = 60.0  # gaps and overlaps no text extractor takes for a space or a new line
WIDTH_STEP = 50  # copies of glyphs come in widths this far apart


class PdfFonts:
    """The fonts of one PDF document; faces are added as they are used."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._used: dict[str, FaceObject] = {}

    def use(self, canvas: Any, key: str) -> str:
        """The resource name (``/RG1``) of the face on this canvas; registers it when new."""
        return self._object(canvas, key).resource

    def encode(self, canvas: Any, key: str, glyphs: Sequence[int], clusters: Sequence[str]) -> str:
        """The hexadecimal string that shows the glyphs, four digits each, without brackets."""
        code = self._object(canvas, key).code
        return "".join([code(pair)[0] for pair in zip(glyphs, clusters, strict=True)])

    def text_operator(self, canvas: Any, run: GlyphRun, x: float, y: float) -> str:
        """``BT … ET`` for the run with its origin at (x, y), y up; colour is not set."""
        style = run.style
        face = self._object(canvas, style.face)
        matrix = "0 -1 1 0" if run.turned else "1 0 0 1"
        shown = face.shown(run)
        return (
            f"BT {face.resource} {number(style.size)} Tf {matrix} {number(x)} {number(y)} Tm [{shown}] TJ ET"
        )

    def _object(self, canvas: Any, key: str) -> FaceObject:
        found = self._used.get(key)
        if found is None:
            found = FaceObject(self._fonts.face(key), f"RG{len(self._used) + 1}")
            self._used[key] = found
            found.register(document_of(canvas))
        return found


class FaceObject:
    """A face in a document: its codes while pages are drawn, its objects when the file is written.

    ``addObjects`` is what reportlab calls for every font in ``delayedFonts`` before it writes the file.
    """

    def __init__(self, face: Face, name: str) -> None:
        self.face = face
        self.name = name
        self.resource = f"/{name}"
        self.fontName = f"reportgen-{face.key}"  # reportlab's spelling
        self._scale = 1000.0 / face.upem
        self._plain: dict[tuple[int, str], tuple[str, float]] = {}
        self._codes: dict[tuple[Variant, str], str] = {}
        self._rows: list[tuple[Variant, str]] = []
        self._code(Variant(0, round(face.advance(0) * face.upem), 0), "")

    def register(self, doc: Any) -> None:
        doc.fontMapping[self.fontName] = self.resource
        doc.delayedFonts.append(self)

    def code(self, pair: tuple[int, str]) -> tuple[str, float]:
        """The four hexadecimal digits of the glyph at its own width, and that width in 1/1000 em."""
        found = self._plain.get(pair)
        if found is None:
            gid, text = pair
            units = round(self.face.advance(gid) * self.face.upem)
            found = self._plain[pair] = self._code(Variant(gid, units, 0), text), units * self._scale
        return found

    def _code(self, variant: Variant, text: str) -> str:
        found = self._codes.get((variant, text))
        if found is None:
            if len(self._rows) > LARGEST_CODE:
                raise error(f"字体 {self.face.key} 的字形太多", f"too many glyphs of face {self.face.key}")
            found = self._codes[variant, text] = f"{len(self._rows):04X}"
            self._rows.append((variant, text))
        return found

    def _varied(self, gid: int, text: str, space: float, offset: float) -> tuple[str, float, float]:
        """Code, width and built-in shift of the glyph in a cell of that width, all in 1/1000 em."""
        width = max(0, round(space / WIDTH_STEP)) * WIDTH_STEP
        shift = round(offset) if abs(offset) > UNSEEN else 0
        units = self.face.upem / 1000
        variant = Variant(gid, round(width * units), round(shift * units))
        return self._code(variant, text), variant.width * self._scale, variant.shift * self._scale

    def shown(self, run: GlyphRun) -> str:
        """The TJ operand: codes, and the shifts that bring each glyph to its place.

        A glyph whose place is far wider or narrower than itself is shown by a copy of about that width.
        """
        scale = 1000.0 / run.style.size
        plain = self._plain
        offsets = run.offsets or (0.0,) * len(run.glyphs)
        out: list[str] = ["<"]
        origin = pen = 0.0  # thousandths of an em: where the glyph belongs, where the PDF would put it
        for pair, advance, offset in zip(
            zip(run.glyphs, run.clusters, strict=True), run.advances, offsets, strict=True
        ):
            code, width = plain.get(pair) or self.code(pair)
            space = advance * scale
            shift = pen - origin - offset * scale
            if abs(space - width) > UNSEEN or abs(offset * scale) > UNSEEN:
                code, width, built_in = self._varied(*pair, space, offset * scale)
                shift += built_in
            if shift > ROUNDING or shift < -ROUNDING:
                shift = round(shift, 2)
                out.append(f">{shift:g}<")
                pen -= shift
            out.append(code)
            pen += width
            origin += space
        out.append(">")
        return "".join(out)

    def _texts(self) -> list[str]:
        """The text of each code; a hyphen that divides a word is a soft one (ISO 32000-1 14.8.2.2.3)."""
        hyphen = self.face.glyph("-")
        return [text or (SOFT_HYPHEN if variant.gid == hyphen else "") for variant, text in self._rows]

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - reportlab calls it by this name
        """Writes the font's objects into the document."""
        variants = [variant for variant, _ in self._rows]
        data, glyphs = font_program(self.face, variants)
        base = f"/{_tag(data)}+{self.face.postscript_name}"
        refer = _Referrer(doc, self.name)
        program = refer("program", _stream(data, Length1=len(data)))
        descriptor = refer("descriptor", pdfdoc.PDFDictionary(_descriptor(self.face, base, program)))
        glyph_map = refer("glyphs", _stream(b"".join(glyph.to_bytes(2, "big") for glyph in glyphs)))
        widths = _widths_array([_tidy(variant.width * self._scale) for variant in variants])
        descendant = _descendant(base, descriptor, widths, glyph_map)
        font = {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": base,
            "Encoding": "/Identity-H",
            "DescendantFonts": pdfdoc.PDFArray([refer("descendant", pdfdoc.PDFDictionary(descendant))]),
            "ToUnicode": refer("unicode", _stream(to_unicode(self._texts()))),
        }
        doc.idToObject["BasicFonts"].dict[self.name] = refer("font", pdfdoc.PDFDictionary(font))


class _Referrer:
    """Files objects in the document under names of their own and returns references to them."""

    def __init__(self, doc: Any, prefix: str) -> None:
        self._doc = doc
        self._prefix = prefix

    def __call__(self, name: str, thing: Any) -> Any:
        return self._doc.Reference(thing, f"{self._prefix}.{name}")


def shape_run(fonts: Fonts, style: Style, text: str, features: Mapping[str, bool] | None = None) -> GlyphRun:
    """Text of one face and script as a run from (0, 0), with font features (``tnum``) on.

    Characters the face lacks must be split off before: mixed text goes through ``typeset.set_line``.
    Raises ReportgenError for a character the face lacks.
    """
    face = fonts.face(style.face)
    lacking = next((char for char in text if not face.glyph(char)), None)
    if lacking is not None:
        code = f"U+{ord(lacking):04X}"
        raise error(
            f"字体 {style.face} 没有“{lacking}”（{code}）", f"face {style.face} lacks '{lacking}' ({code})"
        )
    glyphs = face.shape(text, features, chinese=not text.isascii())
    track = style.tracking * style.size
    return GlyphRun(
        style,
        0.0,
        0.0,
        tuple(glyph.gid for glyph in glyphs),
        tuple(glyph.text for glyph in glyphs),
        tuple(glyph.advance * style.size + track for glyph in glyphs),
        tuple(glyph.offset * style.size for glyph in glyphs) if any(glyph.offset for glyph in glyphs) else (),
    )


def width(fonts: Fonts, key: str, text: str, size: float) -> float:
    """Points the text takes at that size, each character in the face that shows it, unkerned."""
    total = 0.0
    for char in text:
        face = fonts.resolve(key, char)
        total += face.advance(face.glyph(char))
    return total * size


def _tag(data: bytes) -> str:
    """The six capitals of a subset's name, from its bytes (ISO 32000-1 9.6.4)."""
    value = int.from_bytes(hashlib.sha256(data).digest()[:8], "big")
    return "".join(chr(65 + value // 26**place % 26) for place in range(6))


def _tidy(value: float) -> float:
    """Two decimals, and a whole number as one."""
    rounded = round(value, 2)
    return int(rounded) if rounded == int(rounded) else rounded


def _descendant(base: str, descriptor: Any, widths: Any, glyph_map: Any) -> dict[str, Any]:
    system = {
        "Registry": pdfdoc.PDFString("Adobe"),
        "Ordering": pdfdoc.PDFString("Identity"),
        "Supplement": 0,
    }
    return {
        "Type": "/Font",
        "Subtype": "/CIDFontType2",
        "BaseFont": base,
        "CIDSystemInfo": pdfdoc.PDFDictionary(system),
        "FontDescriptor": descriptor,
        "DW": 1000,
        "W": widths,
        "CIDToGIDMap": glyph_map,
    }


def _descriptor(face: Face, base: str, program: Any) -> dict[str, Any]:
    return {
        "Type": "/FontDescriptor",
        "FontName": base,
        "Flags": SYMBOLIC,
        "FontBBox": pdfdoc.PDFArray([round(side * 1000) for side in face.box]),
        "ItalicAngle": 0,
        "Ascent": round(face.ascent * 1000),
        "Descent": -round(face.descent * 1000),
        "CapHeight": round(face.cap_height * 1000),
        "StemV": 50 + (face.weight // 65) ** 2,
        "FontFile2": program,
    }


def _stream(content: bytes, **entries: Any) -> Any:
    """A stream that is always deflated, never ASCII-85."""
    stream = pdfdoc.PDFStream(content=content, filters=[pdfdoc.PDFZCompress])
    for name, value in entries.items():
        stream.dictionary[name] = value
    return stream


def _widths_array(widths: Sequence[float], default: float = 1000) -> Any:
    """The W array: ``first [w w …]`` for each stretch of codes not of the default width."""
    out: list[Any] = []
    stretch: list[float] = []
    for code, value in enumerate([*widths, default]):
        if value == default:
            if stretch:
                out += [code - len(stretch), pdfdoc.PDFArray(stretch)]
            stretch = []
        else:
            stretch.append(value)
    return pdfdoc.PDFArray(out)


def to_unicode(texts: Sequence[str]) -> bytes:
    """The ToUnicode CMap of codes 0, 1, 2 …; a code without text has no entry."""
    rows = [(code, text) for code, text in enumerate(texts) if text]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<0000> <FFFF>",
        "endcodespacerange",
    ]
    for start in range(0, len(rows), 100):  # at most 100 to a block (Adobe TN 5014)
        block = rows[start : start + 100]
        lines.append(f"{len(block)} beginbfchar")
        lines += [f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in block]
        lines.append("endbfchar")
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines).encode("ascii")
