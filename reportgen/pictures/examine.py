"""Whether a file can be used as a picture, how large it stands, and what of it cannot be shown."""

from __future__ import annotations

import struct
import warnings
from io import BytesIO
from pathlib import Path

from msgspec import Struct
from PIL import Image

from reportgen.errors import Message, Problem
from reportgen.pictures.colour import UNPROFILED, usable
from reportgen.pictures.picture_parts import PictureParts
from reportgen.pictures.split import split
from reportgen.pictures.upright import upright

MOST_PIXELS = 80_000_000
LARGEST = 60_000_000  # bytes
SAVE = Message("重新存为 PNG 或 JPEG", "save it as PNG or JPEG")
SMALLER = Message("缩小到 8000 万像素、60 MB 以内", "bring it down to 80 megapixels and 60 MB or less")
BROKEN = (OSError, ValueError, SyntaxError, EOFError, struct.error, Image.DecompressionBombError)
OTHERS = (  # where its mark stands, the mark, the name of the format
    (0, b"GIF8", "GIF"), (8, b"WEBP", "WebP"), (0, b"II*\0", "TIFF"), (0, b"MM\0*", "TIFF"), (0, b"BM", "BMP"),
    (4, b"ftyphe", "HEIC"), (4, b"ftypmif1", "HEIC"), (4, b"ftypavif", "AVIF"), (0, b"%PDF", "PDF"),
    (0, b"<svg", "SVG"), (0, b"8BPS", "Photoshop"), (0, b"\0\0\0\x0cjP", "JPEG 2000"), (0, b"\xff\x0a", "JPEG XL"),
)  # fmt: skip


class Examined(Struct, frozen=True):
    """Width and height in pixels, upright; warnings have no place yet."""

    size: tuple[int, int]
    warnings: tuple[Problem, ...] = ()


def examine(path: Path, name: str) -> Examined | Problem:
    """The picture of that file, decoded to its end; a problem without a place where it cannot be used.

    ``name``: what messages call it.
    """
    try:
        data = path.read_bytes() if path.stat().st_size <= LARGEST else None
    except OSError as fault:
        return _unreadable(name, fault)
    if data is None:
        return _too_large(name)
    parts = split(data)
    if parts is None:
        return _no_picture(name, data)
    try:
        return _too_large(name) if _pixels(parts) > MOST_PIXELS else _examined(parts, name)
    except BROKEN:
        return Problem(
            Message(f"图片“{name}”不完整或已损坏", f"picture '{name}' is cut short or damaged"),
            hint=Message("从原图重新复制或另存一次", "copy it again from the original, or save it anew"),
        )


def _pixels(parts: PictureParts) -> int:
    """How many pixels the file says it has, without decoding them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow warns of large pictures; the limit here is our own
        try:
            width, height = Image.open(BytesIO(parts.bare), formats=(parts.kind,)).size
        except Image.DecompressionBombError:
            return MOST_PIXELS + 1
    return width * height


def _examined(parts: PictureParts, name: str) -> Examined:
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)  # what Pillow doubts is reported as damaged
        image = upright(parts)
    found = []
    mode = "RGB" if image.mode == "RGBA" else image.mode
    if parts.profile and mode not in UNPROFILED and not usable(parts.profile, mode):
        found.append(_unprofiled(name, mode))
    if parts.moving:
        found.append(_moving(name))
    return Examined(image.size, tuple(found))


def _unreadable(name: str, fault: OSError) -> Problem:
    said = Message(f"读不出图片“{name}”：{fault.strerror}", f"cannot read picture '{name}': {fault.strerror}")
    return Problem(said, hint=Message("检查文件权限", "check its permissions"))


def _too_large(name: str) -> Problem:
    return Problem(Message(f"图片“{name}”太大", f"picture '{name}' is too large"), hint=SMALLER)


def _no_picture(name: str, data: bytes) -> Problem:
    kind = next((kind for at, mark, kind in OTHERS if data.startswith(mark, at)), "")
    if kind:
        said = Message(
            f"“{name}”是 {kind}，不是 PNG 或 JPEG 图片", f"'{name}' is {kind}, no PNG or JPEG picture"
        )
    else:
        said = Message(f"“{name}”不是 PNG 或 JPEG 图片", f"'{name}' is no PNG or JPEG picture")
    return Problem(said, hint=SAVE)


def _unprofiled(name: str, mode: str) -> Problem:
    taken = "FOGRA39" if mode == "CMYK" else "sRGB"
    return Problem(
        Message(
            f"图片“{name}”里的颜色特性文件（ICC）不能用，按 {taken} 处理",
            f"the colour profile (ICC) in picture '{name}' cannot be used; it is taken as {taken}",
        ),
        hint=Message(
            "颜色不对就从原图另存为 sRGB", "save it as sRGB from the original if its colours are wrong"
        ),
        severity="warning",
    )


def _moving(name: str) -> Problem:
    return Problem(
        Message(f"“{name}”是动图，只用第一幅", f"'{name}' is animated; its first picture alone is used"),
        hint=Message("另存为静止的 PNG 或 JPEG", "save it as a still PNG or JPEG"),
        severity="warning",
    )
