"""Photographs on their way into the file: upright, opaque, in the file's inks and printed resolution."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from msgspec import Struct
from PIL import Image, ImageCms, ImageOps

from reportgen.pdf.jpeg import bare_jpeg

RELATIVE = ImageCms.Intent.RELATIVE_COLORIMETRIC
BLACK_POINT = ImageCms.Flags.BLACKPOINTCOMPENSATION
MOST_PPI, PRINTED_PPI = 450.0, 300.0  # what is finer than the first is brought down to the second
QUALITY = 92  # of JPEG, all inks at full resolution
LOSSLESS_SHARE = 2.0  # a drawing stays lossless up to so many times its size as JPEG
SRGB_NAMES = ("sRGB IEC61966-2.1", "sRGB built-in", "sRGB2014")
TURNED = 0x0112  # EXIF orientation
SPACES = {"1": "DeviceGray", "L": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK"}


class PictureProfiles(Struct, frozen=True):
    """The inks of the file: ``press`` is the path of its CMYK profile; empty: sRGB for the screen.

    ``cmyk``: the profile of CMYK pictures that carry none.
    """

    press: str
    cmyk: str


class ImageData(Struct, frozen=True):
    """What an image object holds (ISO 32000-1 8.9.5); ``inverted``: 0 is full ink, as in Adobe's JPEG."""

    width: int
    height: int
    space: str
    bits: int
    filter: str
    data: bytes
    inverted: bool = False


def image_data(path: str, inks: PictureProfiles, size: tuple[float, float]) -> ImageData:
    """The picture for a place of that size in points; a JPEG in which nothing changes stays as it is."""
    with Image.open(path) as opened:
        image = prepared(path, inks, size)
        kept = opened.format == "JPEG" and opened.size == image.size and _unchanged(opened, image, inks)
        from_jpeg = opened.format == "JPEG"
    if kept:
        return _jpeg_data(image, bare_jpeg(Path(path).read_bytes()))
    return _encoded(image, lossy=from_jpeg)


def prepared(path: str, inks: PictureProfiles, size: tuple[float, float] | None = None) -> Image.Image:
    """The picture turned as its EXIF says, flattened on white and no finer than printed.

    Grey and 1-bit pictures stay so: on the press they are on the black plate alone.
    """
    with Image.open(path) as opened:
        profile = opened.info.get("icc_profile")
        image = _opaque(ImageOps.exif_transpose(opened))
    if size is not None:
        image = _no_finer(image, size)
    if image.mode in ("1", "L"):
        return image
    if image.mode == "CMYK":
        source = _named(inks.cmyk) if profile is None else _embedded(profile)
    else:
        source = _srgb() if profile is None else _embedded(profile)
    return _converted(image, source, inks)


def _opaque(image: Image.Image) -> Image.Image:
    """In one of the modes 1, L, RGB and CMYK, transparency laid on white."""
    clear = "A" in image.getbands() or "a" in image.getbands() or "transparency" in image.info
    if not clear:
        if image.mode in ("1", "L", "CMYK"):
            return image
        return image.convert("L") if image.mode.startswith(("I", "F")) else image.convert("RGB")
    grey = image.mode in ("1", "L", "LA", "La")
    layered = image.convert("RGBA")
    ground = Image.new("RGBA", layered.size, (255, 255, 255, 255))
    return Image.alpha_composite(ground, layered).convert("L" if grey else "RGB")


def _no_finer(image: Image.Image, size: tuple[float, float]) -> Image.Image:
    """At most 450 ppi where it is printed; 1-bit pictures keep every dot."""
    ppi = image.width / size[0] * 72
    if image.mode == "1" or ppi <= MOST_PPI:
        return image
    share = PRINTED_PPI / ppi
    pixels = (max(1, round(image.width * share)), max(1, round(image.height * share)))
    return image.resize(pixels, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _converted(image: Image.Image, source: bytes, inks: PictureProfiles) -> Image.Image:
    """From its own profile into the file's inks through littleCMS, with black point compensation.

    A profile for other channels than the picture's says nothing of it.
    """
    wanted = "CMYK" if inks.press else "RGB"
    target = _named(inks.press) if inks.press else _srgb()
    if source == target and image.mode == wanted:
        return image
    try:
        transform = _transform(source, target, image.mode, wanted)
    except ImageCms.PyCMSError:
        fallback = _named(inks.cmyk) if image.mode == "CMYK" else _srgb()
        if fallback == target and image.mode == wanted:
            return image
        transform = _transform(fallback, target, image.mode, wanted)
    done = ImageCms.applyTransform(image, transform)
    assert done is not None  # only in-place transforms return nothing
    return done


@lru_cache(maxsize=8)
def _transform(source: bytes, target: bytes, mode: str, wanted: str) -> Any:
    first, second = (ImageCms.ImageCmsProfile(BytesIO(data)) for data in (source, target))
    return ImageCms.buildTransform(first, second, mode, wanted, RELATIVE, BLACK_POINT)


@lru_cache(maxsize=4)
def _named(path: str) -> bytes:
    return Path(path).read_bytes()


@lru_cache(maxsize=1)
def _srgb() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def _embedded(profile: bytes) -> bytes:
    """A profile that is sRGB by its name is taken for the one sRGB, so that such pictures stay as they are."""
    try:
        name = ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(BytesIO(profile)))
    except (ImageCms.PyCMSError, OSError):
        return profile
    return _srgb() if name.strip() in SRGB_NAMES else profile


def _unchanged(opened: Image.Image, image: Image.Image, inks: PictureProfiles) -> bool:
    """Whether the file's own data show the prepared picture."""
    if opened.getexif().get(TURNED, 1) != 1 or opened.mode != image.mode:
        return False
    profile = opened.info.get("icc_profile")
    if image.mode == "L" or profile is None:
        return image.mode != "CMYK" or inks.press == inks.cmyk
    target = _named(inks.press) if inks.press else _srgb()
    return _embedded(profile) == target


def _encoded(image: Image.Image, *, lossy: bool) -> ImageData:
    """Deflated, or as JPEG where the source was one or the lossless data are far larger."""
    from zlib import compress

    bits = 1 if image.mode == "1" else 8
    packed = compress(image.tobytes(), 6)
    if image.mode != "1":
        buffer = BytesIO()
        image.save(buffer, "JPEG", quality=QUALITY, subsampling=0)
        data = buffer.getvalue()
        if (lossy and len(data) < len(packed)) or len(packed) > LOSSLESS_SHARE * len(data):
            return _jpeg_data(image, data)
    return ImageData(image.width, image.height, SPACES[image.mode], bits, "FlateDecode", packed)


def _jpeg_data(image: Image.Image, data: bytes) -> ImageData:
    inverted = image.mode == "CMYK"
    return ImageData(image.width, image.height, SPACES[image.mode], 8, "DCTDecode", data, inverted)
