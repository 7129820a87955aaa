"""Character maps of fonts: how many bytes a code has, its CID and its text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct, field

SECTION = re.compile(rb"begin(codespacerange|cidrange|cidchar|bfrange|bfchar)(.*?)end\1", re.S)
PIECE = re.compile(rb"<([0-9A-Fa-f\s]*)>|(-?\d+)|(\[)|(\])")
WIDE_ENCODINGS = ("UCS2", "UTF16", "Identity")
LARGEST_RANGE = 65_536
TWO_BYTES = ((b"\0\0", b"\xff\xff"),)


class CodeMap(Struct, frozen=True):
    """The content of a CMap; ``cids`` and ``text`` are keyed by code."""

    code_lengths: tuple[tuple[bytes, bytes], ...] = ()  # low and high code of each codespace range
    cids: dict[int, int] = field(default_factory=dict)
    text: dict[int, str] = field(default_factory=dict)
    vertical: bool = False

    def split(self, shown: bytes) -> list[int]:
        """The codes of a shown string."""
        if self.code_lengths == TWO_BYTES:
            return [high << 8 | low for high, low in zip(shown[::2], shown[1::2], strict=False)]
        codes, at = [], 0
        while at < len(shown):
            length = self._length(shown, at)
            codes.append(int.from_bytes(shown[at : at + length], "big"))
            at += length
        return codes

    def _length(self, shown: bytes, at: int) -> int:
        for low, high in self.code_lengths:
            piece = shown[at : at + len(low)]
            if len(piece) == len(low) and all(a <= b <= c for a, b, c in zip(low, piece, high, strict=False)):
                return len(low)
        return len(self.code_lengths[0][0]) if self.code_lengths else 1


def read_cmap(data: bytes) -> CodeMap:
    """An embedded CMap or ToUnicode stream."""
    ranges: list[tuple[bytes, bytes]] = []
    cids: dict[int, int] = {}
    text: dict[int, str] = {}
    for kind, body in SECTION.findall(data):
        items = list(_items(body))
        if kind == b"codespacerange":
            pairs = zip(items[::2], items[1::2], strict=False)
            ranges += [(a, b) for a, b in pairs if isinstance(a, bytes) and isinstance(b, bytes)]
        elif kind == b"cidrange":
            for low, high, cid in _triples(items):
                if isinstance(cid, int):
                    cids.update({code: cid + i for i, code in enumerate(_span(low, high))})
        elif kind == b"cidchar":
            for code, cid in zip(items[::2], items[1::2], strict=False):
                if isinstance(code, bytes) and isinstance(cid, int):
                    cids[int.from_bytes(code, "big")] = cid
        elif kind == b"bfchar":
            for code, target in zip(items[::2], items[1::2], strict=False):
                if isinstance(code, bytes) and isinstance(target, bytes):
                    text[int.from_bytes(code, "big")] = _text(target)
        else:
            for low, high, target in _triples(items):
                text.update(_run(low, high, target))
    ranges.sort(key=lambda pair: len(pair[0]))
    return CodeMap(tuple(ranges), cids, text, b"/WMode 1" in data)


CMapToken = bytes | int | list[bytes]


def _items(body: bytes) -> Iterator[CMapToken]:
    array: list[bytes] | None = None
    for digits, number, opens, closes in PIECE.findall(body):
        if opens:
            array = []
        elif closes and array is not None:
            yield array
            array = None
        elif number:
            yield int(number)
        else:
            cleaned = bytes(digits).translate(None, b" \t\r\n")
            value = bytes.fromhex((cleaned + b"0" * (len(cleaned) % 2)).decode("ascii"))
            if array is None:
                yield value
            else:
                array.append(value)


def _triples(items: list[CMapToken]) -> Iterator[tuple[bytes, bytes, CMapToken]]:
    for low, high, target in zip(items[::3], items[1::3], items[2::3], strict=False):
        if isinstance(low, bytes) and isinstance(high, bytes):
            yield low, high, target


def _span(low: bytes, high: bytes) -> range:
    first, last = int.from_bytes(low, "big"), int.from_bytes(high, "big")
    return range(first, min(last, first + LARGEST_RANGE) + 1)


def _run(low: bytes, high: bytes, target: CMapToken) -> dict[int, str]:
    codes = _span(low, high)
    if isinstance(target, list):
        return {code: _text(each) for code, each in zip(codes, target, strict=False)}
    if isinstance(target, bytes) and target:
        value, size = int.from_bytes(target, "big"), len(target)
        last = 256**size - 1
        return {code: _text(min(value + i, last).to_bytes(size, "big")) for i, code in enumerate(codes)}
    return {}


def _text(utf16: bytes) -> str:
    return utf16.decode("utf-16-be", "replace")


IDENTITY = CodeMap(TWO_BYTES)
IDENTITY_VERTICAL = CodeMap(TWO_BYTES, vertical=True)
MIXED = CodeMap(((b"\x00", b"\x80"), (b"\x81\x00", b"\xfe\xff"), (b"\xff", b"\xff")))
SIMPLE = CodeMap(((b"\0", b"\xff"),))


def predefined(name: str) -> CodeMap:
    """The code lengths of a CMap the reader has to know by name; CIDs only for Identity."""
    if name == "Identity-V":
        return IDENTITY_VERTICAL
    if any(wide in name for wide in WIDE_ENCODINGS):
        return IDENTITY
    return MIXED
