"""A zip archive of entries that may have been packed before: of cuts that ship packed, they are copied.

The same entries give the same bytes: every entry is dated 1980-01-01 and nothing is said of the machine
(PKWARE APPNOTE 4.3).
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

LEVEL = 6
VERSION = 20  # of the format: deflate
DATE, TIME = 0x21, 0  # 1980-01-01, the earliest an entry can carry
UTF_8 = 0x800
STORED, DEFLATED = 0, 8
HEADER, NAME_LENGTH = 30, 26  # bytes of an entry's own header; where it says how long its name is
FILE_MODE = 0o600 << 16
UNIX = 3 << 8


class Packed(NamedTuple):
    """The data of an entry as the archive holds them."""

    method: int
    checksum: int
    size: int  # unpacked
    data: bytes


def packed(data: bytes, level: int = LEVEL) -> Packed:
    """The data deflated."""
    press = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Packed(DEFLATED, zlib.crc32(data), len(data), press.compress(data) + press.flush())


def packed_entry(path: Path, name: str) -> Packed | None:
    """An entry of a zip archive as it is packed there; None where the archive does not hold it."""
    with zipfile.ZipFile(path) as archive, path.open("rb") as file:
        try:
            entry = archive.getinfo(name)
        except KeyError:
            return None
        file.seek(entry.header_offset + NAME_LENGTH)
        file.seek(entry.header_offset + HEADER + sum(struct.unpack("<2H", file.read(4))))
        return Packed(entry.compress_type, entry.CRC, entry.file_size, file.read(entry.compress_size))


def stored(data: bytes) -> Packed:
    """The data as they are: pictures and workbooks are packed already."""
    return Packed(STORED, zlib.crc32(data), len(data), data)


def zipped(entries: Iterable[tuple[str, Packed]]) -> bytes:
    """The archive; names in ASCII or UTF-8, below the 4 GB and 65,535 entries of the plain format."""
    body, directory = bytearray(), bytearray()
    count = 0
    for name, entry in entries:
        label = name.encode("utf-8")
        sizes = (entry.checksum, len(entry.data), entry.size, len(label), 0)
        head = struct.pack(
            "<5H3I2H", VERSION, 0 if name.isascii() else UTF_8, entry.method, TIME, DATE, *sizes
        )
        directory += struct.pack("<4sH", b"PK\1\2", UNIX | VERSION) + head
        directory += struct.pack("<3H2I", 0, 0, 0, FILE_MODE, len(body)) + label
        body += b"PK\3\4" + head + label + entry.data
        count += 1
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, count, count, len(directory), len(body), 0)
    return bytes(body + directory + end)
