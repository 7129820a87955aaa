"""Photographs on their way into the file: upright, opaque, in the file's inks and printed resolution."""

from __future__ import annotations

from msgspec import Struct
from PIL import Image

from reportgen.pictures.colour import PictureProfiles
from reportgen.pictures.encode import jpeg, prefers_jpeg
from reportgen.pictures.upright import Density, pixels

PRINTED = Density(most=450, wanted=300)
SPACES = {"1": "DeviceGray", "L": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK"}


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
    """The picture for a place of that size in points; a JPEG in which nothing changes stays as it is.

    Grey and 1-bit pictures stay so: on the press they are on the black plate alone.
    """
    ready = pixels(path, inks, size, PRINTED, opaque=True)
    from_jpeg = ready.parts.kind == "JPEG"
    if from_jpeg and ready.own and not ready.finer:
        return _jpeg_data(ready.image, ready.parts.bare)
    return _encoded(ready.image, lossy=from_jpeg)


def _encoded(image: Image.Image, *, lossy: bool) -> ImageData:
    """Deflated, or as JPEG where the source was one or the lossless data are far larger."""
    from zlib import compress

    bits = 1 if image.mode == "1" else 8
    packed = compress(image.tobytes(), 6)
    if image.mode != "1":
        data = jpeg(image)
        if prefers_jpeg(data, packed, lossy=lossy):
            return _jpeg_data(image, data)
    return ImageData(image.width, image.height, SPACES[image.mode], bits, "FlateDecode", packed)


def _jpeg_data(image: Image.Image, data: bytes) -> ImageData:
    inverted = image.mode == "CMYK"
    return ImageData(image.width, image.height, SPACES[image.mode], 8, "DCTDecode", data, inverted)
