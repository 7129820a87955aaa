"""Pixels into bytes: without loss where that is not far larger, else as JPEG."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

QUALITY = 92  # of JPEG, all channels at full resolution
LOSSLESS_SHARE = 2.0  # a drawing stays lossless up to so many times its size as JPEG


def jpeg(image: Image.Image) -> bytes:
    """A JPEG of a picture without transparency."""
    buffer = BytesIO()
    image.save(buffer, "JPEG", quality=QUALITY, subsampling=0)
    return buffer.getvalue()


def png(image: Image.Image) -> bytes:
    """A PNG of the pixels alone."""
    buffer = BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


def prefers_jpeg(as_jpeg: bytes, lossless: bytes, *, lossy: bool) -> bool:
    """Whether a picture is stored as JPEG; ``lossy``: its file is one, so nothing speaks for lossless data."""
    return len(lossless) > len(as_jpeg) * (1.0 if lossy else LOSSLESS_SHARE)
