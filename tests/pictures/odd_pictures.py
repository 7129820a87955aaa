"""Picture files as cameras, browsers and programs leave them; upright, all show the same four quarters."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from types import MappingProxyType

from PIL import Image, ImageCms, PngImagePlugin

SIZE = (600, 400)
LEAD = 40  # of the main channel of a colour, also in printing inks
ORIENTATION = 0x0112
SECRET = b"SECRET OF PLACE AND OWNER"
AWAY = {  # how a camera held so has stored what is upright
    2: (Image.Transpose.FLIP_LEFT_RIGHT,),
    3: (Image.Transpose.ROTATE_180,),
    4: (Image.Transpose.FLIP_TOP_BOTTOM,),
    5: (Image.Transpose.TRANSPOSE,),
    6: (Image.Transpose.ROTATE_90,),
    7: (Image.Transpose.TRANSVERSE,),
    8: (Image.Transpose.ROTATE_270,),
}


def quarters(size: tuple[int, int] = SIZE) -> Image.Image:
    """Red and green above blue and white."""
    image = Image.new("RGB", size, "white")
    half = (size[0] // 2, size[1] // 2)
    for colour, corner in (("#e00000", (0, 0)), ("#00a000", (half[0], 0)), ("#0000e0", (0, half[1]))):
        image.paste(colour, (*corner, corner[0] + half[0], corner[1] + half[1]))
    return image


def shows_quarters(image: Image.Image) -> bool:
    """Whether it is upright and nobody changed its colours for others."""
    flat = image.convert("RGB")
    places = [(flat.width * x // 4, flat.height * y // 4) for y in (1, 3) for x in (1, 3)]
    red, green, blue, white = (flat.getpixel(place) for place in places)
    leads = all(
        colour[index] > LEAD + max(colour[:index] + colour[index + 1 :])
        for index, colour in enumerate((red, green, blue))
    )
    return leads and min(white) > 235 and flat.width * SIZE[1] == flat.height * SIZE[0]


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    buffer = BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def exif(orientation: int = 1) -> Image.Exif:
    data = Image.Exif()
    data[ORIENTATION] = orientation
    data[0x010F] = data[0x013B] = SECRET.decode()  # maker, artist
    data.get_ifd(0x8825)[0x1D] = SECRET.decode()  # GPS
    return data


def held(orientation: int, kind: str = "JPEG") -> bytes:
    image = quarters()
    for turn in AWAY.get(orientation, ()):
        image = image.transpose(turn)
    return saved(image, kind, exif=exif(orientation))


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def told_jpeg() -> bytes:
    """A JPEG with everything a file can say: EXIF, XMP, comment, a small copy, a second picture, a film behind."""
    plain = saved(quarters(), "JPEG", comment=SECRET, exif=exif(), xmp=SECRET)
    small = b"\xff\xe0" + struct.pack(">H", 16 + len(SECRET)) + b"JFXX\0\x13" + b"\0" * 8 + SECRET
    return plain[:2] + small + plain[2:] + saved(quarters(), "JPEG", comment=SECRET) + b"ftypmp42" + SECRET


def told_png(text: int = 2_000_000) -> bytes:
    """A PNG with its history in a text chunk that unpacks to so many bytes, and bytes behind its end."""
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", SECRET.decode())
    info.add_itxt("History", SECRET.decode() + "x" * text, zip=True)
    return saved(quarters(), "PNG", pnginfo=info, exif=exif()) + SECRET


def animated() -> bytes:
    return saved(quarters(), "PNG", save_all=True, append_images=[Image.new("RGB", SIZE, "black")])


def several() -> bytes:
    """As telephones store a picture with its depth: two JPEGs in one file."""
    return saved(quarters(), "MPO", save_all=True, append_images=[Image.new("RGB", SIZE, "black")])


def with_chunk(png: bytes, kind: bytes, data: bytes) -> bytes:
    """Behind the first chunk."""
    return png[:33] + chunk(kind, data) + png[33:]


def srgb() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def clear() -> Image.Image:
    """The white quarter is transparent, and black below."""
    image = quarters().convert("RGBA")
    image.paste((0, 0, 0, 0), (SIZE[0] // 2, SIZE[1] // 2, *SIZE))
    return image


def keyed_palette() -> bytes:
    image = quarters().quantize(8)
    return saved(image, "PNG", transparency=image.getpixel((SIZE[0] - 1, SIZE[1] - 1)))


ODD: Mapping[str, Callable[[], bytes]] = MappingProxyType(
    {
        "浏览器.jfif": lambda: saved(quarters(), "JPEG"),
        "老.jpe": lambda: saved(quarters(), "JPEG"),
        "无后缀": lambda: saved(quarters(), "JPEG"),
        "其实是.png": lambda: saved(quarters(), "JPEG"),
        "其实是.jpg": lambda: saved(quarters(), "PNG"),
        "大写.JPG": lambda: saved(quarters(), "JPEG"),
        **{f"方向{held_so}.jpg": lambda held_so=held_so: held(held_so) for held_so in range(1, 9)},
        "方向6.png": lambda: held(6, "PNG"),
        "方向9.jpg": lambda: saved(quarters(), "JPEG", exif=exif(9)),
        "坏特性.jpg": lambda: saved(quarters(), "JPEG", icc_profile=b"not a profile" * 20),
        "断特性.jpg": lambda: saved(quarters(), "JPEG", icc_profile=srgb()[:200]),
        "断特性.png": lambda: with_chunk(saved(quarters(), "PNG"), b"iCCP", b"x\0\0\x78\x9c\x01"),
        "渐进.jpg": lambda: saved(quarters(), "JPEG", progressive=True),
        "四色.jpg": lambda: saved(quarters().convert("CMYK"), "JPEG"),
        "调色板.png": lambda: saved(quarters().quantize(8), "PNG"),
        "透明.png": lambda: saved(clear(), "PNG"),
        "透明调色板.png": keyed_palette,
        "透明色.png": lambda: saved(quarters(), "PNG", transparency=(255, 255, 255)),
        "历史.png": told_png,
        "多话.jpg": told_jpeg,
        "动图.png": animated,
        "多幅.jpg": several,
    }
)
