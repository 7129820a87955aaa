"""What ISO 19005-2 requires of an archived file, beyond what other subjects already check."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from reportgen.preflight.colours import space_used
from reportgen.preflight.finding import Finding, rule
from reportgen.preflight.intents import ARCHIVE, profile_space
from reportgen.preflight.painted import ImagePaint, Paint, TextPaint
from reportgen.preflight.reading import Page, Reading, named
from reportgen.preflight.spaces import Space

DEVICE_COLOUR = rule(
    "archive-device-colour", "ISO 19005-2, 6.2.4.3", "a2!",
    "设备颜色 {value} 没有相应的输出意图，颜色无法确定",
    "device colour {value} without an output intent for it: the colour is undefined",
    "嵌入 PDF/A 输出意图（sRGB 或 CMYK 配置）", "embed a PDF/A output intent (an sRGB or a CMYK profile)",
)  # fmt: skip
GROUP = rule(
    "archive-transparency", "ISO 19005-2, 6.2.10", "a2!",
    "有透明而没有输出意图的页面，页面组要写混合颜色空间",
    "a page with transparency and no output intent needs a blending space in its page group",
    "写输出意图，或页面 /Group /CS", "write an output intent, or the page's /Group /CS",
)  # fmt: skip
BLEND = rule(
    "archive-blend", "ISO 19005-2, 6.2.10", "a2!",
    "混合模式 {value} 不是标准的", "blend mode {value} is not a standard one",
    "用 ISO 32000-1 的混合模式", "use a blend mode of ISO 32000-1",
)  # fmt: skip
TRANSFER = rule(
    "archive-graphics-state", "ISO 19005-2, 6.2.5 · ISO 15930-7", "a2! press!",
    "图形状态里有 {value}", "a graphics state sets {value}",
    "删去传递函数与网点设置", "remove transfer functions and halftone origins",
)  # fmt: skip
FLAGS = rule(
    "archive-annotation-flags", "ISO 19005-2, 6.3.2", "a2!",
    "批注的标志不对（{value}）：要能打印，不能隐藏", "annotation flags are wrong ({value}): it must print and not hide",
    "写 /F 4", "write /F 4",
)  # fmt: skip
TYPE = rule(
    "archive-annotation-type", "ISO 19005-2, 6.3.1", "a2!",
    "批注类型 {value} 不能存档", "annotation type {value} cannot be archived",
    "删去它", "remove it",
)  # fmt: skip
APPEARANCE = rule(
    "archive-annotation-appearance", "ISO 19005-2, 6.3.3", "a2!",
    "批注没有外观（AP）", "an annotation has no appearance (AP)",
    "写 /AP /N", "write /AP /N",
)  # fmt: skip
NEED_APPEARANCES = rule(
    "archive-need-appearances", "ISO 19005-2, 6.4.1", "a2!",
    "表单外观要由阅读软件生成（NeedAppearances）", "form appearances are left to the reader (NeedAppearances)",
    "写好外观，设为 false", "write the appearances and set it to false",
)  # fmt: skip
CATALOG = rule(
    "archive-catalog", "ISO 19005-2, 6.10, 6.11", "a2!",
    "文档目录里有 {value}", "the catalog contains {value}",
    "删去这一项", "remove the entry",
)  # fmt: skip
HEADER = rule(
    "archive-header", "ISO 19005-2, 6.1.2", "a2!",
    "文件头不合要求：{value}", "the header is not as required: {value}",
    "文件以 %PDF-1.x 开头，第二行是含四个高位字节的注释",
    "begin with %PDF-1.x, then a comment line of four bytes above 127",
)  # fmt: skip
XPACKET = rule(
    "archive-xpacket", "ISO 19005-2, 6.6.2.1", "a2!",
    "XMP 包头有 bytes 或 encoding 属性", "the XMP packet header has a bytes or encoding attribute",
    "包头只留 begin 与 id", "keep begin and id only",
)  # fmt: skip
POSTSCRIPT = rule(
    "archive-postscript", "ISO 19005-2, 6.2.9 · ISO 15930-7", "a2! press!",
    "含 PostScript 对象", "there is a PostScript object",
    "删去它", "remove it",
)  # fmt: skip

RULES = (
    DEVICE_COLOUR, GROUP, BLEND, TRANSFER, FLAGS, TYPE, APPEARANCE, NEED_APPEARANCES, CATALOG, HEADER, XPACKET,
    POSTSCRIPT,
)  # fmt: skip
INTENT_FOR = {"DeviceRGB": ("RGB",), "DeviceCMYK": ("CMYK",), "DeviceGray": ("RGB", "CMYK", "GRAY")}
DEFAULT_FOR = {"DeviceRGB": "/DefaultRGB", "DeviceCMYK": "/DefaultCMYK", "DeviceGray": "/DefaultGray"}
BLEND_MODES = frozenset(
    [
        "Normal",
        "Compatible",
        "Multiply",
        "Screen",
        "Overlay",
        "Darken",
        "Lighten",
        "ColorDodge",
        "ColorBurn",
        "HardLight",
        "SoftLight",
        "Difference",
        "Exclusion",
        "Hue",
        "Saturation",
        "Color",
        "Luminosity",
    ]
)
PRINTED, HIDING = 0b100, 0b100100011  # Print; Invisible, Hidden, NoView and ToggleNoView
ARCHIVABLE = frozenset(
    [
        "Text",
        "Link",
        "FreeText",
        "Line",
        "Square",
        "Circle",
        "Polygon",
        "PolyLine",
        "Highlight",
        "Underline",
        "Squiggly",
        "StrikeOut",
        "Stamp",
        "Caret",
        "Ink",
        "Popup",
        "FileAttachment",
        "Widget",
        "PrinterMark",
        "TrapNet",
        "Watermark",
        "Redact",
    ]
)
WITHOUT_APPEARANCE = ("/Popup", "/Link")
FORBIDDEN_KEYS = ("/Requirements", "/NeedsRendering", "/AlternatePresentations")
FORBIDDEN_STATES = ("/TR", "/HTP", "/HTO")
HEAD = re.compile(rb"%PDF-1\.[0-7][\r\n]{1,2}%[\x80-\xff]{4}")
PACKET = re.compile(rb"<\?xpacket[^>]*\b(bytes|encoding)\s*=")


def check(reading: Reading) -> Iterator[Finding]:
    """Colours, transparency, annotations and the file's frame."""
    intent = profile_space(reading, ARCHIVE)
    for page in reading.pages:
        for paint in page.content.paints:
            yield from _colour(page, paint, intent)
            if paint.state.blend not in BLEND_MODES:
                yield Finding(BLEND, page.number, page.name(paint), paint.state.blend)
        yield from _transparency(page, intent)
        for state in page.content.states:
            yield from _state(page, state)
    yield from _annotations(reading)
    yield from _frame(reading)


def _colour(page: Page, paint: Paint, intent: str) -> Iterator[Finding]:
    if isinstance(paint, TextPaint) and not paint.visible:
        return
    space: Space | None = space_used(paint)
    while space is not None and space.kind in ("Separation", "DeviceN") and space.base is not None:
        space = space.base.painted
    kind = space.kind if space else ""
    if kind not in INTENT_FOR or intent in INTENT_FOR[kind]:
        return
    table = page.obj.get("/Resources", pikepdf.Dictionary()).get("/ColorSpace", pikepdf.Dictionary())
    if paint.stream or DEFAULT_FOR[kind] not in table:
        yield Finding(DEVICE_COLOUR, page.number, page.name(paint), kind)


def _transparency(page: Page, intent: str) -> Iterator[Finding]:
    group = page.obj.get("/Group")
    if intent or (isinstance(group, pikepdf.Dictionary) and "/CS" in group):
        return
    for paint in page.content.paints:
        state = paint.state
        masked = isinstance(paint, ImagePaint) and paint.masked
        if masked or state.soft_mask or paint.alpha < 1 or state.blend not in ("Normal", "Compatible"):
            yield Finding(GROUP, page.number, page.name(paint))
            return


def _state(page: Page, state: Any) -> Iterator[Finding]:
    for key in FORBIDDEN_STATES:
        if key in state:
            yield Finding(TRANSFER, page.number, named("key", "ExtGState"), key.lstrip("/"))
    if "/TR2" in state and str(state["/TR2"]) != "/Default":
        yield Finding(TRANSFER, page.number, named("key", "ExtGState"), "TR2")


def _annotations(reading: Reading) -> Iterator[Finding]:
    for page, annotation in reading.annotations():
        kind = str(annotation.get("/Subtype", ""))
        flags = int(annotation.get("/F", 0))
        label = named("annotation", kind.lstrip("/"))
        if kind.lstrip("/") not in ARCHIVABLE:
            yield Finding(TYPE, page.number, label, kind.lstrip("/"))
        if kind != "/Popup" and (not flags & PRINTED or flags & HIDING):
            yield Finding(FLAGS, page.number, label, f"F {flags}")
        if kind not in WITHOUT_APPEARANCE and "/N" not in annotation.get("/AP", pikepdf.Dictionary()):
            yield Finding(APPEARANCE, page.number, label)


def _frame(reading: Reading) -> Iterator[Finding]:
    if bool(reading.root.get("/AcroForm", pikepdf.Dictionary()).get("/NeedAppearances", False)):
        yield Finding(NEED_APPEARANCES, object=named("key", "NeedAppearances"))
    for key in FORBIDDEN_KEYS:
        if key in reading.root:
            yield Finding(CATALOG, object=named("key", key.lstrip("/")), value=key.lstrip("/"))
    if not HEAD.match(reading.data):
        shown = reading.data[:20].decode("latin-1")
        yield Finding(HEADER, object=named("key", "%PDF"), value=re.sub(r"[^ -~]", "·", shown))
    stream = reading.root.get("/Metadata")
    if isinstance(stream, pikepdf.Stream) and PACKET.search(stream.read_bytes()[:400]):
        yield Finding(XPACKET, object=named("key", "Metadata"))
    for obj in reading.pdf.objects:
        if isinstance(obj, pikepdf.Stream) and "/PS" in (str(obj.get("/Subtype")), str(obj.get("/Subtype2"))):
            yield Finding(POSTSCRIPT, object=named("stream", f"{obj.objgen[0]} {obj.objgen[1]}"))
