"""A PDF file opened and walked once; every rule reads from here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf

from reportgen.errors import Message, error
from reportgen.lengths import MILLIMETRES_PER_INCH, POINTS_PER_INCH
from reportgen.preflight.fonts import Font
from reportgen.preflight.geometry import Box, common, upright
from reportgen.preflight.painted import Paint, TextPaint
from reportgen.preflight.stream import PageContent
from reportgen.preflight.structure import Structure, read_structure
from reportgen.preflight.walker import Walker
from reportgen.preflight.xmp import Xmp, read_xmp

if TYPE_CHECKING:
    from reportgen.preflight.measured import Measured

A4: Box = (0.0, 0.0, 595.0, 842.0)
BOX_KEYS = ("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox")
WORDS_SHOWN = 12
KINDS = {
    "text": ("文字", "text"), "fill": ("填色", "fill"), "stroke": ("线条", "line"), "image": ("图像", "image"),
    "shading": ("渐变", "shading"), "font": ("字体", "font"), "annotation": ("批注", "annotation"),
    "group": ("透明组", "group"), "form": ("表单对象", "form"), "box": ("页框", "box"), "edge": ("边", "edge"),
    "element": ("结构元素", "element"), "key": ("条目", "key"), "action": ("动作", "action"),
    "area": ("区域", "area"), "stream": ("数据流", "stream"), "file": ("附件", "attachment"), "intent": ("输出意图", "output intent"),
    "spot": ("专色", "spot"),
}  # fmt: skip


def named(kind: str, detail: str = "") -> Message:
    """An object of a finding in both languages."""
    zh, en = KINDS[kind]
    return Message(f"{zh} {detail}".strip(), f"{en} {detail}".strip())


def millimetres(points: float) -> float:
    """Points as millimetres."""
    return points / POINTS_PER_INCH * MILLIMETRES_PER_INCH


@dataclass
class Page:
    """One page: boxes in points (multiplied by UserUnit; None where a key is absent), and what it paints."""

    number: int
    obj: Any
    content: PageContent
    unit: float = 1.0
    boxes: dict[str, Box] = field(default_factory=dict)

    @property
    def media(self) -> Box:
        return self.boxes.get("/MediaBox", A4)

    @property
    def trim(self) -> Box:
        """The finished page: TrimBox, else CropBox, else MediaBox."""
        return self.boxes.get("/TrimBox", self.boxes.get("/CropBox", self.media))

    @property
    def bleed(self) -> Box:
        return self.boxes.get("/BleedBox", self.trim)

    @cached_property
    def art(self) -> list[Paint]:
        """Visible paint that reaches into the bleed box: what the printed page is made of, without marks."""
        return [p for p in self.content.paints if p.box and _overlap(p.box, self.bleed)]

    @cached_property
    def texts(self) -> list[TextPaint]:
        return [p for p in self.art if isinstance(p, TextPaint) and p.visible and p.words.strip()]

    @cached_property
    def ink(self) -> Measured:
        """The inks of the trimmed page and 3 mm around it, painted out."""
        from reportgen.preflight.measured import measure  # numpy and Pillow: needed for press files only

        return measure(self.trim, self.content.paints)

    def spot(self, box: Box | None) -> str:
        """The top left of a box, in millimetres from the trim's."""
        if box is None:
            return ""
        x, y = millimetres(box[0] - self.trim[0]), millimetres(self.trim[3] - box[3])
        return f"({x:.1f}, {y:.1f} mm)"

    def name(self, paint: Paint) -> Message:
        """What a reader needs to find the object on the page."""
        detail = self.spot(paint.box)
        if isinstance(paint, TextPaint):
            words = paint.words
            short = words if len(words) <= WORDS_SHOWN else words[:WORDS_SHOWN] + "…"
            detail = f"“{short}” {detail}"
        elif name := getattr(paint, "name", ""):
            detail = f"{name} {detail}"
        if paint.stream:
            detail += f" [{paint.stream}]"
        return named(paint.kind, detail)


def _overlap(one: Box, other: Box) -> bool:
    shared = common(one, other)
    return shared is not None


@dataclass
class Reading:
    """An open file, walked; closes with the pikepdf object inside."""

    pdf: pikepdf.Pdf
    data: bytes
    pages: list[Page]
    fonts: list[Font]

    @property
    def root(self) -> Any:
        return self.pdf.Root

    @cached_property
    def xmp(self) -> Xmp:
        """The document's metadata; empty where there is none."""
        stream = self.root.get("/Metadata")
        return read_xmp(bytes(stream.read_bytes())) if isinstance(stream, pikepdf.Stream) else Xmp()

    @cached_property
    def structure(self) -> Structure | None:
        """The structure tree; None for an untagged file."""
        return read_structure(self.root)

    @cached_property
    def info(self) -> dict[str, Any]:
        """The Info dictionary, or an empty one."""
        info = self.pdf.trailer.get("/Info")
        return dict(info.items()) if isinstance(info, pikepdf.Dictionary) else {}

    @cached_property
    def intents(self) -> list[Any]:
        found = self.root.get("/OutputIntents")
        return [each for each in found if isinstance(each, pikepdf.Dictionary)] if found is not None else []

    def annotations(self) -> Iterator[tuple[Page, Any]]:
        for page in self.pages:
            listed = page.obj.get("/Annots")
            for annotation in listed if isinstance(listed, pikepdf.Array) else ():
                if isinstance(annotation, pikepdf.Dictionary):
                    yield page, annotation

    def paints(self) -> Iterator[tuple[Page, Paint]]:
        for page in self.pages:
            for paint in page.content.paints:
                yield page, paint


def read_file(data: bytes, name: str = "") -> Reading:
    """Opens and walks a file.

    Raises ReportgenError for what is not a PDF, needs a password, or is too damaged to have pages.
    """
    pdf = _opened(data, name)
    try:
        walker = Walker(pdf)
        pages = [_page(page, number, walker) for number, page in enumerate(pdf.pages, 1)]
    except Exception as fault:  # damage makes pikepdf, codecs and unpacking fail each in its own way
        raise _unreadable(name, str(fault)) from fault
    if not pages:
        raise error(f"{name}：文件里没有页面", f"{name}: the file has no pages")
    return Reading(pdf, data, pages, [*walker.fonts.values(), *walker.loose_fonts])


def _opened(data: bytes, name: str) -> pikepdf.Pdf:
    if b"%PDF-" not in data[:1024]:
        raise error(
            f"{name}：不是 PDF 文件（开头没有 %PDF-）", f"{name}: not a PDF file (no %PDF- at its start)"
        )
    try:
        return pikepdf.open(BytesIO(data), suppress_warnings=True)
    except pikepdf.PasswordError as fault:
        hint = Message("去掉密码后再检查", "remove the password, then check again")
        raise error(
            f"{name}：文件有密码，打不开", f"{name}: the file is protected by a password", hint=hint
        ) from fault
    except pikepdf.PdfError as fault:
        raise _unreadable(name, str(fault)) from fault


def _unreadable(name: str, detail: str) -> Exception:
    hint = Message(
        f"文件可能被截断，请重新导出（{detail}）", f"the file may be truncated: export it again ({detail})"
    )
    return error(f"{name}：文件损坏，无法读取页面", f"{name}: damaged, its pages cannot be read", hint=hint)


def _page(page: pikepdf.Page, number: int, walker: Walker) -> Page:
    unit = _number(page.obj.get("/UserUnit"), 1.0)
    boxes: dict[str, Box] = {}
    for key in BOX_KEYS:
        values = _inherited(page.obj, key) if key in ("/MediaBox", "/CropBox") else page.obj.get(key)
        if isinstance(values, pikepdf.Array) and len(values) == 4:
            boxes[key] = upright([_number(value, 0.0) * unit for value in values])
    return Page(number, page.obj, walker.walk(page, number, unit), unit, boxes)


def _inherited(node: Any, key: str) -> Any:
    """A page attribute, looked for in the page and its parents."""
    for _ in range(64):
        if node is None or key in node:
            break
        node = node.get("/Parent")
    return None if node is None else node.get(key)


def _number(value: Any, otherwise: float) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        return otherwise
