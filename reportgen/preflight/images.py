"""Pictures: resolution at their printed size, and what their streams must not contain."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from reportgen.preflight.finding import Finding, rule
from reportgen.preflight.painted import ImagePaint
from reportgen.preflight.reading import Page, Reading

LOW = rule(
    "image-ppi", "P-10 · GWG 2022 R0031", "press!",
    "图像只有 {value}，少于 {limit}", "an image of {value}, less than {limit}",
    "换更大的图片（目标 300 ppi）", "use a larger picture (aim at 300 ppi)", 150.0, " ppi",
)  # fmt: skip
MODEST = rule(
    "image-ppi-modest", "P-10 · GWG 2022 R0031", "press?",
    "图像 {value}，少于 {limit}", "an image of {value}, less than {limit}",
    "最好换更大的图片（目标 300 ppi）", "use a larger picture if you can (aim at 300 ppi)", 225.0, " ppi",
)  # fmt: skip
LOW_BITMAP = rule(
    "image-ppi-bitmap", "P-11 · GWG 2022 R0032", "press!",
    "线条图只有 {value}，少于 {limit}", "a 1-bit image of {value}, less than {limit}",
    "线条图用 800 ppi 以上或矢量", "use 800 ppi or vectors for line art", 550.0, " ppi",
)  # fmt: skip
MODEST_BITMAP = rule(
    "image-ppi-bitmap-modest", "P-11 · GWG 2022 R0032", "press?",
    "线条图 {value}，少于 {limit}", "a 1-bit image of {value}, less than {limit}",
    "线条图用 800 ppi 以上或矢量", "use 800 ppi or vectors for line art", 800.0, " ppi",
)  # fmt: skip
ALTERNATES = rule(
    "image-alternates", "ISO 19005-2, 6.2.8 · ISO 15930-7", "press! a2!",
    "图像含替代图或 OPI", "the image has alternates or OPI",
    "只留一份图像", "keep one image only",
)  # fmt: skip
INTERPOLATE = rule(
    "image-interpolate", "ISO 19005-2, 6.2.8", "a2!",
    "图像要求插值（Interpolate）", "the image requests interpolation",
    "把 Interpolate 设为 false", "set Interpolate to false",
)  # fmt: skip
DAMAGED = rule(
    "image-damaged", "ISO 32000-1, 8.9.5", "any!",
    "图像数据无法读取：{value}", "the image cannot be unpacked: {value}",
    "重新导出文件", "export the file again",
)  # fmt: skip

RULES = (LOW, MODEST, LOW_BITMAP, MODEST_BITMAP, ALTERNATES, INTERPOLATE, DAMAGED)
TINY = 16  # pixels a side; GWG leaves smaller images alone
OWN_CODING = ("/DCTDecode", "/JPXDecode", "/CCITTFaxDecode", "/JBIG2Decode")


def check(reading: Reading) -> Iterator[Finding]:
    """Every image in its place, and each image stream once."""
    seen: set[tuple[int, int]] = set()
    for page in reading.pages:
        for paint in page.art:
            if isinstance(paint, ImagePaint):
                yield from _resolution(page, paint)
                key = getattr(paint.source, "objgen", (0, 0))
                if isinstance(paint.source, pikepdf.Stream) and key not in seen:
                    seen.add(key)
                    yield from _stream(page, paint, paint.source)


def _resolution(page: Page, paint: ImagePaint) -> Iterator[Finding]:
    if min(paint.pixels) <= TINY or paint.ppi <= 0:
        return
    ppi = round(paint.ppi)
    low, modest = (LOW_BITMAP, MODEST_BITMAP) if paint.bits == 1 else (LOW, MODEST)
    for limit in (low, modest):
        if ppi < limit.limit:
            yield Finding(limit, page.number, page.name(paint), f"{ppi} ppi")
            return


def _stream(page: Page, paint: ImagePaint, image: Any) -> Iterator[Finding]:
    if "/Alternates" in image or "/OPI" in image:
        yield Finding(ALTERNATES, page.number, page.name(paint))
    if bool(image.get("/Interpolate", False)):
        yield Finding(INTERPOLATE, page.number, page.name(paint))
    filters = image.get("/Filter")
    names = filters if isinstance(filters, pikepdf.Array) else [] if filters is None else [filters]
    if any(str(name) in OWN_CODING for name in names):
        return
    try:
        data = image.read_bytes()
    except pikepdf.PdfError as fault:
        yield Finding(DAMAGED, page.number, page.name(paint), str(fault)[:60])
        return
    space = paint.space
    components = 1 if space is None or space.kind == "Indexed" else space.components
    row = (paint.pixels[0] * paint.bits * max(components, 1) + 7) // 8
    if len(data) < row * paint.pixels[1]:
        value = f"{len(data)} < {row * paint.pixels[1]} B"
        yield Finding(DAMAGED, page.number, page.name(paint), value)
