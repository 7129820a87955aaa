"""Photographs in the package: what the slide needs of them, and nothing of place, camera or owner."""

from __future__ import annotations

from collections.abc import Callable

from PIL import Image

from reportgen.model.press import DEFAULT_CONDITION
from reportgen.model.sheet import PictureItem
from reportgen.pictures.colour import PictureProfiles
from reportgen.pictures.encode import jpeg, png, prefers_jpeg
from reportgen.pictures.picture_parts import PictureKind
from reportgen.pictures.upright import Density, Pixels, pixels
from reportgen.pptx.container import CT, Container, Part
from reportgen.printers.profiles import profile_path

# PowerPoint's own qualities: high fidelity for screens, and print, to which it compresses.
SHOWN = Density(most=330, wanted=220)
SUFFIXES: dict[PictureKind, str] = {"JPEG": "jpg", "PNG": "png"}
TYPES: dict[PictureKind, str] = {"JPEG": CT.JPEG, "PNG": CT.PNG}
CLEAR = ("LA", "RGBA")


class Photographs:
    """The pictures of one package; the same bytes are stored once, under a number instead of a name."""

    def __init__(self, container: Container, before: str) -> None:
        """``before``: what their names in the package begin with."""
        self._container, self._before = container, before
        self._places: dict[tuple[str, float, float], Part] = {}
        self._stored: dict[bytes, Part] = {}

    def part(self, item: PictureItem) -> Part:
        """The part with the picture for the item's size, made once for each size."""
        place = (item.path, round(item.rect.width, 1), round(item.rect.height, 1))
        if place not in self._places:
            self._places[place] = self._part(*_stored(place[0], place[1:]))
        return self._places[place]

    def _part(self, kind: PictureKind, data: bytes) -> Part:
        if data not in self._stored:
            name = f"/ppt/media/{self._before}image{len(self._stored) + 1}.{SUFFIXES[kind]}"
            self._stored[data] = self._container.add(name, TYPES[kind], data)
        return self._stored[data]


def _stored(path: str, size: tuple[float, float]) -> tuple[PictureKind, bytes]:
    """Kind and bytes of the picture in sRGB, at most 330 ppi at that size in points."""
    ready = pixels(path, PictureProfiles("", str(profile_path(DEFAULT_CONDITION))), size, SHOWN, opaque=False)
    if ready.parts.kind == "JPEG":
        return "JPEG", _smallest(ready, jpeg)
    return _drawn(ready, _smallest(ready, png))


def _smallest(ready: Pixels, encode: Callable[[Image.Image], bytes]) -> bytes:
    """The file's own data where they show the picture and are not larger than those of fewer pixels."""
    if not ready.own:
        return encode(ready.image)
    own = ready.parts.bare
    return min(own, encode(ready.image), key=len) if ready.finer else own


def _drawn(ready: Pixels, lossless: bytes) -> tuple[PictureKind, bytes]:
    """A picture that came without loss: a photograph among them is far smaller as JPEG."""
    if ready.image.mode == "1" or ready.image.mode in CLEAR:
        return "PNG", lossless
    data = jpeg(ready.image)
    return ("JPEG", data) if prefers_jpeg(data, lossless, lossy=False) else ("PNG", lossless)
