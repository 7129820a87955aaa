"""What a picture's file is made of."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

PictureKind = Literal["JPEG", "PNG"]


class PictureParts(Struct, frozen=True):
    """A file taken apart: ``bare`` shows the same pixels and says nothing of place, camera, owner or program.

    ``bits``: of one sample. ``exif``: a TIFF block, ``profile``: an ICC profile; both as they are in the
    file, whole or not, empty where there is none. ``whole``: the picture has an end. ``moving``: an animation follows it.
    """

    kind: PictureKind
    bare: bytes
    bits: int
    exif: bytes = b""
    profile: bytes = b""
    whole: bool = True
    moving: bool = False
