"""Photographs on their way into the file: upright, opaque, and for the press in the profile's inks."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from PIL import Image, ImageCms, ImageOps

from reportgen.pdf.ink import ColourSpace
from reportgen.pdf.press import profile_path

RELATIVE = ImageCms.Intent.RELATIVE_COLORIMETRIC
BLACK_POINT = ImageCms.Flags.BLACKPOINTCOMPENSATION


def prepared(path: str, space: ColourSpace) -> Any:
    """The picture turned as its EXIF says, its alpha flattened on white, in RGB or CMYK."""
    with Image.open(path) as opened:
        upright = ImageOps.exif_transpose(opened)
        image = _opaque(upright)
    if space == "rgb":
        return image
    return ImageCms.applyTransform(image, _to_press())


def _opaque(image: Image.Image) -> Image.Image:
    if "A" not in image.getbands() and "transparency" not in image.info:
        return image.convert("RGB")
    layered = image.convert("RGBA")
    ground = Image.new("RGBA", layered.size, (255, 255, 255, 255))
    return Image.alpha_composite(ground, layered).convert("RGB")


@lru_cache(maxsize=1)
def _to_press() -> Any:
    """sRGB into the output profile through littleCMS, with black point compensation."""
    press = ImageCms.getOpenProfile(str(profile_path()))
    return ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"), press, "RGB", "CMYK", RELATIVE, BLACK_POINT
    )
