"""A picture's pixels: upright, in one of six modes, and brought to the resolution its place needs."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from msgspec import Struct
from PIL import Image

from reportgen.lengths import POINTS_PER_INCH
from reportgen.pictures.colour import PictureProfiles, converted
from reportgen.pictures.orientation import UPRIGHT, orientation, turned
from reportgen.pictures.picture_parts import PictureParts
from reportgen.pictures.split import split

SIXTEEN_TO_EIGHT = 1 / 257  # 65535 becomes 255
ROUNDED = 0.5
MOST_BITS = 8  # of a sample as it is stored
AS_THEY_ARE = ("1", "L", "LA", "RGB", "RGBA", "CMYK")


class Density(Struct, frozen=True):
    """In ppi: what is finer than ``most`` where it stands is brought down to ``wanted``."""

    most: float
    wanted: float


class Pixels(Struct, frozen=True):
    """A picture ready to be stored.

    ``own``: the bare data of its file show the same; ``finer``: in more pixels than the place needs.
    """

    image: Image.Image
    parts: PictureParts
    own: bool
    finer: bool


def pixels(
    path: str, inks: PictureProfiles, size: tuple[float, float], density: Density, *, opaque: bool
) -> Pixels:
    """The file's picture for a place of that size in points; ``opaque``: transparency is laid on white.

    Raises what Pillow raises for a file that is no picture: content has looked at it before.
    """
    parts = split(Path(path).read_bytes())
    if parts is None:
        raise ValueError(f"{path} is no PNG or JPEG")
    image = upright(parts)
    flat = _on_white(image) if opaque else image
    fitting = _no_finer(flat, size, density)
    done = converted(fitting, parts.profile, inks)
    same = flat is image and done is fitting and orientation(parts.exif) == UPRIGHT
    own = same and parts.whole and parts.bits <= MOST_BITS
    return Pixels(done, parts, own, finer=fitting is not flat)


def upright(parts: PictureParts) -> Image.Image:
    """Decoded to the end and turned as its EXIF says, in one of the modes 1, L, LA, RGB, RGBA and CMYK."""
    opened = Image.open(BytesIO(parts.bare), formats=(parts.kind,))
    opened.load()
    return turned(_plain(opened), orientation(parts.exif))


def _plain(image: Image.Image) -> Image.Image:
    """Palettes resolved, sixteen bits brought to eight with their tone, and transparency as a channel."""
    if image.mode.startswith("I"):
        image = _eight_bits(image)
    if "transparency" in image.info:
        return image.convert("LA" if image.mode in ("1", "L") else "RGBA")
    return image if image.mode in AS_THEY_ARE else image.convert("RGB")


def _eight_bits(image: Image.Image) -> Image.Image:
    """Grey of sixteen bits in eight; Pillow's own conversion would clip all but the darkest tones."""
    done = image.convert("I").point(lambda value: value * SIXTEEN_TO_EIGHT + ROUNDED).convert("L")
    clear = image.info.get("transparency")
    if clear is not None:
        done.info["transparency"] = round(clear * SIXTEEN_TO_EIGHT)
    return done


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode not in ("LA", "RGBA"):
        return image
    ground = Image.new("RGBA", image.size, "white")
    flat = Image.alpha_composite(ground, image.convert("RGBA"))
    return flat.convert("L" if image.mode == "LA" else "RGB")


def _no_finer(image: Image.Image, size: tuple[float, float], density: Density) -> Image.Image:
    """Brought down where it is too fine; 1-bit pictures keep every dot."""
    ppi = image.width / size[0] * POINTS_PER_INCH
    if image.mode == "1" or ppi <= density.most:
        return image
    share = density.wanted / ppi
    across, down = (max(1, round(side * share)) for side in image.size)
    return image.resize((across, down), Image.Resampling.LANCZOS, reducing_gap=3.0)
