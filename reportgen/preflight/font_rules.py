"""Fonts: embedded, of the kind their key names, with a glyph and a text for every code shown."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from reportgen.preflight.finding import Finding, Rule, rule
from reportgen.preflight.fonts import Font
from reportgen.preflight.reading import Reading, named
from reportgen.preflight.sfnt import advances

NOT_EMBEDDED = rule(
    "font-not-embedded", "P-27 · ISO 15930-7 · Matterhorn 31-009 · ISO 19005-2, 6.2.11.4", "press! ua! a2! any?",
    "字体没有嵌入", "the font is not embedded",
    "嵌入全部字体", "embed every font",
)  # fmt: skip
WRONG_KIND = rule(
    "font-wrong-kind", "P-27 · ISO 32000-1, 9.9", "press! ua! a2! any?",
    "字体程序与条目不符：{value}", "the font program is not of the kind its key names: {value}",
    "TrueType 用 FontFile2，CFF 用 FontFile3", "TrueType belongs in FontFile2, CFF in FontFile3",
)  # fmt: skip
DAMAGED = rule(
    "font-damaged", "Matterhorn 31-010 · ISO 19005-2, 6.2.11.4", "press! ua! a2! any?",
    "嵌入的字体程序无法读取", "the embedded font program cannot be unpacked",
    "重新嵌入字体", "embed the font again",
)  # fmt: skip
NO_UNICODE = rule(
    "font-no-unicode", "Matterhorn 10-001 · ISO 19005-2, 6.2.11.7", "ua! a2a!",
    "{value} 个字码没有对应的文字", "{value} codes have no text",
    "写 ToUnicode", "write a ToUnicode map",
)  # fmt: skip
BAD_UNICODE = rule(
    "font-bad-unicode", "Matterhorn 31-028, 31-029 · ISO 19005-2, 6.2.11.7.2", "ua! a2a!",
    "ToUnicode 含 U+0000、U+FEFF 或 U+FFFE（字码 {value}）", "ToUnicode contains U+0000, U+FEFF or U+FFFE (code {value})",
    "映射到真正的文字", "map it to real text",
)  # fmt: skip
NOTDEF = rule(
    "font-notdef", "Matterhorn 31-030 · ISO 19005-2, 6.2.11.8", "press? ua! a2!",
    "用了字体里没有的字（.notdef，字码 {value}）", "a missing glyph (.notdef) is shown, code {value}",
    "换用有这个字的字体", "use a font that has the character",
)  # fmt: skip
NO_GLYPH_MAP = rule(
    "font-glyph-map", "Matterhorn 31-004, 31-005 · ISO 19005-2, 6.2.11.3.2", "ua! a2!",
    "CIDFontType2 没有合法的 CIDToGIDMap", "a CIDFontType2 has no valid CIDToGIDMap",
    "写 Identity 或映射流", "write Identity or a map stream",
)  # fmt: skip
WRITING_MODE = rule(
    "font-writing-mode", "Matterhorn 31-007 · ISO 19005-2, 6.2.11.3.3", "ua! a2!",
    "CMap 的 WMode 与数据流内的不一致", "the WMode of the CMap dictionary and that of its stream differ",
    "两处写同样的值", "write the same value in both",
)  # fmt: skip
CMAP = rule(
    "font-cmap", "Matterhorn 31-006 · ISO 19005-2, 6.2.11.3.3", "ua! a2!",
    "CMap {value} 既不是预定义的，也没有嵌入", "CMap {value} is neither predefined nor embedded",
    "嵌入 CMap，或用 Identity-H", "embed the CMap, or use Identity-H",
)  # fmt: skip
REGISTRY = rule(
    "font-cid-system", "Matterhorn 31-001, 31-002 · ISO 19005-2, 6.2.11.3.1", "ua! a2!",
    "CIDFont 与 CMap 的字符集不同：{value}", "CIDFont and CMap name different collections: {value}",
    "让两处的 Registry 与 Ordering 一致", "give both the same Registry and Ordering",
)  # fmt: skip
WIDTHS = rule(
    "font-widths", "Matterhorn 31-016 · ISO 19005-2, 6.2.11.5", "ua! a2!",
    "字典里的字宽与字体程序不同（{value}）", "widths differ from the font program's ({value})",
    "按字体程序写字宽", "write the program's own widths",
)  # fmt: skip

RULES = (
    NOT_EMBEDDED, WRONG_KIND, DAMAGED, NO_UNICODE, BAD_UNICODE, NOTDEF, NO_GLYPH_MAP, WRITING_MODE, CMAP,
    REGISTRY, WIDTHS,
)  # fmt: skip
TRUETYPE = (b"\0\1\0\0", b"true", b"ttcf")
BAD_TEXT = ("\0", "\ufeff", "\ufffe")
PREDEFINED = (
    "Identity-H", "Identity-V", "GB-EUC-H", "GB-EUC-V", "GBpc-EUC-H", "GBpc-EUC-V", "GBK-EUC-H", "GBK-EUC-V",
    "GBKp-EUC-H", "GBKp-EUC-V", "GBK2K-H", "GBK2K-V", "UniGB-UCS2-H", "UniGB-UCS2-V", "UniGB-UTF16-H",
    "UniGB-UTF16-V", "B5pc-H", "B5pc-V", "HKscs-B5-H", "HKscs-B5-V", "ETen-B5-H", "ETen-B5-V", "ETenms-B5-H",
    "ETenms-B5-V", "CNS-EUC-H", "CNS-EUC-V", "UniCNS-UCS2-H", "UniCNS-UCS2-V", "UniCNS-UTF16-H",
    "UniCNS-UTF16-V", "83pv-RKSJ-H", "90ms-RKSJ-H", "90ms-RKSJ-V", "90msp-RKSJ-H", "90msp-RKSJ-V",
    "90pv-RKSJ-H", "Add-RKSJ-H", "Add-RKSJ-V", "EUC-H", "EUC-V", "Ext-RKSJ-H", "Ext-RKSJ-V", "H", "V",
    "UniJIS-UCS2-H", "UniJIS-UCS2-V", "UniJIS-UCS2-HW-H", "UniJIS-UCS2-HW-V", "UniJIS-UTF16-H",
    "UniJIS-UTF16-V", "KSC-EUC-H", "KSC-EUC-V", "KSCms-UHC-H", "KSCms-UHC-V", "KSCms-UHC-HW-H",
    "KSCms-UHC-HW-V", "KSCpc-EUC-H", "UniKS-UCS2-H", "UniKS-UCS2-V", "UniKS-UTF16-H", "UniKS-UTF16-V",
)  # fmt: skip
COLLECTIONS = ("Adobe-GB1", "Adobe-CNS1", "Adobe-Japan1", "Adobe-Korea1")
WIDTH_TOLERANCE = 1.0  # thousandths of an em (ISO 19005-2 asks for "consistent"; validators allow 1)


def check(reading: Reading) -> Iterator[Finding]:
    """Every font with a code shown."""
    for font in reading.fonts:
        if not font.shown:
            continue
        yield from _program(font)
        yield from _text(font)
        if font.is_composite:
            yield from _composite(font)
        yield from _glyphs(font)


def _found(broken: Rule, font: Font, value: str = "") -> Finding:
    page = min(font.pages) if font.pages else 0
    return Finding(broken, page, named("font", font.name), value)


def _program(font: Font) -> Iterator[Finding]:
    if not font.embedded:
        if font.visible:
            yield _found(NOT_EMBEDDED, font)
        return
    if font.subtype == "Type3":
        return
    if not font.program:
        yield _found(DAMAGED, font)
        return
    if fault := wrong_kind(font):
        yield _found(WRONG_KIND, font, fault)


def wrong_kind(font: Font) -> str:
    """The kind of an embedded program and its key, where they do not go together; empty where they do."""
    start, key = font.program[:4], font.program_key
    declared = str(font.descriptor[key].get("/Subtype", "")).lstrip("/")
    kind = str(font.descendant.get("/Subtype", "")).lstrip("/")
    is_truetype, is_opentype = start in TRUETYPE, start == b"OTTO"
    if key == "/FontFile2" and not is_truetype:
        return f"{'OTTO' if is_opentype else start!r} in FontFile2"
    if key == "/FontFile3" and declared in ("Type1C", "CIDFontType0C") and (is_truetype or is_opentype):
        return f"{'OTTO' if is_opentype else 'TrueType'} as {declared}"
    if key == "/FontFile" and (is_truetype or is_opentype):
        return "OpenType in FontFile"
    if kind == "CIDFontType2" and key == "/FontFile3" and declared != "OpenType":
        return f"{declared} for CIDFontType2"
    if kind == "CIDFontType0" and key == "/FontFile2":
        return "FontFile2 for CIDFontType0"
    return ""


def _text(font: Font) -> Iterator[Finding]:
    if not _self_explaining(font):
        nameless = [code for code in font.shown if not font.text.get(code)]
        if nameless:
            yield _found(NO_UNICODE, font, str(len(nameless)))
    bad = [code for code in font.shown if any(mark in font.text.get(code, "") for mark in BAD_TEXT)]
    if bad:
        yield _found(BAD_UNICODE, font, f"{bad[0]:04X}")


def _self_explaining(font: Font) -> bool:
    """Whether text follows without ToUnicode (ISO 32000-1, 9.10.2): known encodings and collections."""
    if font.is_composite:
        encoding = str(font.resource.get("/Encoding", "")).lstrip("/")
        if encoding in PREDEFINED and not encoding.startswith("Identity"):
            return True
        return _collection(font.descendant) in COLLECTIONS
    encoding = font.resource.get("/Encoding")
    if font.subtype == "Type3":
        return False
    if encoding is None:
        return not font.symbolic
    return not (font.symbolic and isinstance(encoding, pikepdf.Dictionary) and "/Differences" in encoding)


def _collection(holder: object) -> str:
    system = holder.get("/CIDSystemInfo") if hasattr(holder, "get") else None
    if not isinstance(system, pikepdf.Dictionary):
        return ""
    return f"{system.get('/Registry', '')}-{system.get('/Ordering', '')}"


def _composite(font: Font) -> Iterator[Finding]:
    child, encoding = font.descendant, font.resource.get("/Encoding")
    if str(child.get("/Subtype")) == "/CIDFontType2" and font.embedded:
        mapped = child.get("/CIDToGIDMap")
        if not (isinstance(mapped, pikepdf.Stream) or str(mapped) == "/Identity"):
            yield _found(NO_GLYPH_MAP, font)
    if isinstance(encoding, pikepdf.Stream):
        if bool(int(encoding.get("/WMode", 0))) != font.codes.vertical:
            yield _found(WRITING_MODE, font)
        ours, theirs = _collection(child), _collection(encoding)
        if theirs and ours and ours != theirs:
            yield _found(REGISTRY, font, f"{ours} ≠ {theirs}")
    elif str(encoding).lstrip("/") not in PREDEFINED:
        yield _found(CMAP, font, str(encoding).lstrip("/"))


def _glyphs(font: Font) -> Iterator[Finding]:
    if not font.is_composite or not font.program:
        return
    truetype = font.program_key == "/FontFile2"
    missing = [code for code in sorted(font.shown) if _is_notdef(font, code, truetype)]
    if missing:
        yield _found(NOTDEF, font, f"{missing[0]:04X}")
    if truetype and not wrong_kind(font) and (fault := _width_fault(font)):
        yield _found(WIDTHS, font, fault)


def _is_notdef(font: Font, code: int, truetype: bool) -> bool:
    cid = font.cid(code)
    return (font.glyph(cid) if truetype else cid) == 0


def _width_fault(font: Font) -> str:
    table = advances(font.program)
    for code in sorted(font.shown) if table else ():
        glyph = font.glyph(font.cid(code))
        if glyph < len(table):
            stated, real = font.advance(code) * 1000, table[glyph]
            if abs(stated - real) > WIDTH_TOLERANCE:
                return f"{code:04X}: {stated:.0f} ≠ {real:.0f}"
    return ""
