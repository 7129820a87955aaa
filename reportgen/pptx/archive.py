"""A zip archive of entries that may have been packed before: the entries of the packed font cuts are copied.

The same entries give the same bytes: every entry is dated 1980-01-01 and nothing is stored about the machine
(PKWARE APPNOTE 4.3).
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from mmap import ACCESS_READ, mmap
from pathlib import Path
from struct import Struct
from typing import NamedTuple

LEVEL = 5  # a deck's XML is a fiftieth larger than at 6, and packed in three quarters of the time
VERSION = 20  # of the format: deflate
DATE, TIME = 0x21, 0  # 1980-01-01, the earliest an entry can carry
UTF_8 = 0x800
STORED, DEFLATED = 0, 8
FILE_MODE = 0o600 << 16
UNIX = 3 << 8

# The fields of an entry: version, flags, method, time, date; checksum, packed and plain size; lengths of name and extra field.
ABOUT = "5H3I2H"
LOCAL = Struct(f"<4s{ABOUT}")  # before the entry's name and data
LISTED = Struct(f"<4sH{ABOUT}3H2I")  # in the directory: who made it, after it attributes and where it begins
END = Struct("<4s4H2IH")  # entries, the directory's size and where it begins


class Packed(NamedTuple):
    """The data of an entry as the archive holds them."""

    method: int
    checksum: int
    size: int  # unpacked
    data: bytes | memoryview


def packed(data: bytes, level: int = LEVEL) -> Packed:
    """The data deflated."""
    press = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Packed(DEFLATED, zlib.crc32(data), len(data), press.compress(data) + press.flush())


def stored(data: bytes) -> Packed:
    """The data as they are: pictures and workbooks are packed already."""
    return Packed(STORED, zlib.crc32(data), len(data), data)


def packed_entries(path: Path) -> dict[str, Packed]:
    """The entries of an archive made by :func:`zipped`, still packed; the data stay in the mapped file."""
    with path.open("rb") as file:
        archive = memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))
    _, _, _, _, count, _, at, _ = END.unpack_from(archive, len(archive) - END.size)
    entries: dict[str, Packed] = {}
    for _ in range(count):
        about = LISTED.unpack_from(archive, at)
        method, checksum, packed_size, size, length, begin = *about[4:5], *about[7:11], about[-1]
        data = begin + LOCAL.size + length
        name = str(archive[at + LISTED.size : at + LISTED.size + length], "utf-8")
        entries[name] = Packed(method, checksum, size, archive[data : data + packed_size])
        at += LISTED.size + length
    return entries


def zipped(entries: Iterable[tuple[str, Packed]]) -> bytes:
    """The archive; names in ASCII or UTF-8, below the 4 GB and 65,535 entries of the plain format."""
    body: list[bytes | memoryview] = []
    directory = b""
    count = begin = 0
    for name, entry in entries:
        label = name.encode("utf-8")
        flags = 0 if name.isascii() else UTF_8
        sizes = (entry.checksum, len(entry.data), entry.size, len(label), 0)
        about = (VERSION, flags, entry.method, TIME, DATE, *sizes)
        directory += LISTED.pack(b"PK\1\2", UNIX | VERSION, *about, 0, 0, 0, FILE_MODE, begin) + label
        body += (LOCAL.pack(b"PK\3\4", *about), label, entry.data)
        begin += LOCAL.size + len(label) + len(entry.data)
        count += 1
    end = END.pack(b"PK\5\6", 0, 0, count, count, len(directory), begin, 0)
    return b"".join((*body, directory, end))
