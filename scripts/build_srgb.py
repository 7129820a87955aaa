"""Makes assets/icc/sRGB.icc: littleCMS' own sRGB, under a fixed date so that it is the same every time."""

from __future__ import annotations

import struct
from pathlib import Path

from PIL import ImageCms

TARGET = Path(__file__).parents[1] / "assets" / "icc" / "sRGB.icc"
VERSION = 0x04200000  # ICC.1:2004-10, the version PDF 1.7 is written against
DATE = (2000, 1, 1, 0, 0, 0)


def main() -> None:
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    struct.pack_into(">L", profile, 8, VERSION)
    struct.pack_into(">6H", profile, 24, *DATE)
    profile[84:100] = bytes(16)  # the profile's digest: not calculated
    TARGET.write_bytes(profile)


if __name__ == "__main__":
    main()
