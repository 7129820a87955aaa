"""From a picture's own colours into a file's, through littleCMS with black point compensation."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from msgspec import Struct
from PIL import Image, ImageCms

RELATIVE = ImageCms.Intent.RELATIVE_COLORIMETRIC
BLACK_POINT = ImageCms.Flags.BLACKPOINTCOMPENSATION
SRGB_NAMES = ("sRGB IEC61966-2.1", "sRGB built-in", "sRGB2014")
UNPROFILED = ("1", "L", "LA")  # grey is printed as it is, on the black plate alone


class PictureProfiles(Struct, frozen=True):
    """The inks of the file: ``press`` is the path of its CMYK profile; empty: sRGB for the screen.

    ``cmyk``: the profile of CMYK pictures that carry none.
    """

    press: str
    cmyk: str


def usable(profile: bytes, mode: str) -> bool:
    """Whether the profile is whole, and one for the channels of a picture in that mode."""
    if int.from_bytes(profile[:4], "big") > len(profile):
        return False
    try:
        _transform(profile, _srgb(), mode, "RGB")
    except (ImageCms.PyCMSError, OSError):
        return False
    return True


def converted(image: Image.Image, profile: bytes, inks: PictureProfiles) -> Image.Image:
    """The picture in the file's inks, its transparency kept; the same object where it is so already.

    A profile that is not usable says nothing of the picture: it is taken as sRGB, or as ``inks.cmyk``.
    """
    if image.mode in UNPROFILED:
        return image
    plain = "RGB" if image.mode == "RGBA" else image.mode
    source = _source(profile, plain, inks)
    target = _named(inks.press) if inks.press else _srgb()
    wanted = "CMYK" if inks.press else image.mode.replace("CMYK", "RGB")
    if source == target and image.mode == wanted:
        return image
    done = ImageCms.applyTransform(image, _transform(source, target, image.mode, wanted))
    assert done is not None  # only in-place transforms return nothing
    return done


def _source(profile: bytes, mode: str, inks: PictureProfiles) -> bytes:
    if profile and usable(profile, mode):
        return _srgb() if _is_srgb(profile) else profile
    return _named(inks.cmyk) if mode == "CMYK" else _srgb()


def _is_srgb(profile: bytes) -> bool:
    """By its name, so that pictures in any edition of sRGB stay as they are."""
    return ImageCms.getProfileDescription(_opened(profile)).strip() in SRGB_NAMES


@lru_cache(maxsize=8)
def _transform(source: bytes, target: bytes, mode: str, wanted: str) -> Any:
    return ImageCms.buildTransform(_opened(source), _opened(target), mode, wanted, RELATIVE, BLACK_POINT)


def _opened(profile: bytes) -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(BytesIO(profile))


@lru_cache(maxsize=4)
def _named(path: str) -> bytes:
    return Path(path).read_bytes()


@lru_cache(maxsize=1)
def _srgb() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
