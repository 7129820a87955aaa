"""Page boxes, their relations, and annotations inside the printed area."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reportgen.preflight.finding import Finding, rule
from reportgen.preflight.geometry import Box, common, upright, within
from reportgen.preflight.reading import Page, Reading, millimetres, named

USER_UNIT = rule(
    "box-userunit", "P-02 · GWG 2022 R0002", "press!",
    "页面用了 UserUnit {value}", "the page sets UserUnit {value}",
    "删去 UserUnit，按实际尺寸输出", "remove UserUnit; write the page at its real size",
)  # fmt: skip
CROP = rule(
    "box-crop", "P-03 · GWG 2022 R0003", "press!",
    "CropBox 与 MediaBox 不同：{value}", "the CropBox differs from the MediaBox: {value}",
    "删去 CropBox", "remove the CropBox",
)  # fmt: skip
UNEQUAL = rule(
    "box-unequal", "P-04 · GWG 2022 R0004", "press?",
    "本页成品尺寸 {value}，与第 1 页不同", "the trim size of this page is {value}, not that of page 1",
    "各页用同一成品尺寸", "give all pages one trim size",
)  # fmt: skip
ROTATED = rule(
    "box-rotate", "P-04 · GWG 2022 R0004", "press?",
    "页面带有旋转 {value}°", "the page is rotated by {value}°",
    "按阅读方向输出，不用 /Rotate", "write the page upright, without /Rotate",
)  # fmt: skip
NO_TRIM = rule(
    "box-trim-missing", "P-05 · ISO 15930-7", "press!",
    "没有 TrimBox：裁切位置不明", "no TrimBox: where to cut is not defined",
    "写出 TrimBox（成品尺寸）", "write a TrimBox, the finished size",
)  # fmt: skip
ART = rule(
    "box-art", "P-05 · ISO 15930-7", "press!",
    "同时有 ArtBox", "there is an ArtBox as well",
    "只留 TrimBox", "keep the TrimBox only",
)  # fmt: skip
NESTING = rule(
    "box-nesting", "P-05 · ISO 15930-7 · ISO 32000-1, 14.11.2", "press! any?",
    "页框关系不对：{value}", "boxes are nested wrongly: {value}",
    "须满足 Trim ⊆ Bleed ⊆ Media", "Trim must be inside Bleed, and Bleed inside Media",
)  # fmt: skip
NO_MEDIA = rule(
    "box-media-missing", "ISO 32000-1, 7.7.3.3", "any!",
    "页面没有 MediaBox", "the page has no MediaBox",
    "重新导出文件", "export the file again",
)  # fmt: skip
ANNOTATION = rule(
    "box-annotation", "P-28 · ISO 15930-7", "press!",
    "出血框内有批注", "an annotation is inside the bleed box",
    "印刷文件不应含链接与批注", "remove links and comments from the press file",
)  # fmt: skip

RULES = (USER_UNIT, CROP, UNEQUAL, ROTATED, NO_TRIM, ART, NESTING, NO_MEDIA, ANNOTATION)
TOLERANCE = 0.02  # points; far below the precision of a guillotine
NOT_PRINTED = ("/PrinterMark", "/TrapNet")


def check(reading: Reading) -> Iterator[Finding]:
    """Boxes, rotation and annotations of every page."""
    first = reading.pages[0]
    for page in reading.pages:
        yield from _keys(page)
        yield from _nesting(page)
        if page is not first and not _same_size(page.trim, first.trim):
            yield Finding(UNEQUAL, page.number, named("box", "TrimBox"), _size(page.trim))
    for page, annotation in reading.annotations():
        subtype = str(annotation.get("/Subtype", ""))
        rect = annotation.get("/Rect")
        if subtype in NOT_PRINTED or rect is None or len(rect) != 4:
            continue
        box = upright([float(side) * page.unit for side in rect])
        if common(box, page.bleed):
            detail = f"{subtype.lstrip('/')} {page.spot(box)}"
            yield Finding(ANNOTATION, page.number, named("annotation", detail), subtype.lstrip("/"))


def _keys(page: Page) -> Iterator[Finding]:
    if "/UserUnit" in page.obj:
        yield Finding(USER_UNIT, page.number, named("key", "UserUnit"), f"{page.unit:g}")
    if "/MediaBox" not in page.boxes:
        yield Finding(NO_MEDIA, page.number, named("box", "MediaBox"))
        return
    crop = page.boxes.get("/CropBox")
    if crop and not (within(crop, page.media, TOLERANCE) and within(page.media, crop, TOLERANCE)):
        yield Finding(CROP, page.number, named("box", "CropBox"), _size(crop))
    turned = int(page.obj.get("/Rotate", 0))
    if turned % 360:
        yield Finding(ROTATED, page.number, named("key", "Rotate"), str(turned))
    if "/TrimBox" not in page.boxes:
        yield Finding(NO_TRIM, page.number, named("box", "TrimBox"))
    if "/ArtBox" in page.boxes:
        yield Finding(ART, page.number, named("box", "ArtBox"))


def _nesting(page: Page) -> Iterator[Finding]:
    bleed = page.boxes.get("/BleedBox")
    chain = [(key, page.boxes[key]) for key in ("/TrimBox", "/BleedBox", "/MediaBox") if key in page.boxes]
    for (inner, small), (outer, large) in pairwise(chain):
        if not within(small, large, TOLERANCE):
            value = f"{inner.lstrip('/')} {_size(small)} ⊄ {outer.lstrip('/')} {_size(large)}"
            yield Finding(NESTING, page.number, named("box", inner.lstrip("/")), value)
    crop = page.boxes.get("/CropBox")
    if bleed is None and crop and not within(crop, page.media, TOLERANCE):
        yield Finding(NESTING, page.number, named("box", "CropBox"), f"CropBox {_size(crop)} ⊄ MediaBox")


def _same_size(one: Box, other: Box) -> bool:
    return all(abs((one[i + 2] - one[i]) - (other[i + 2] - other[i])) < 2 * TOLERANCE for i in (0, 1))


def _size(box: Box) -> str:
    return f"{millimetres(box[2] - box[0]):.1f}×{millimetres(box[3] - box[1]):.1f} mm"
