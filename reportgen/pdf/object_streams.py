"""A document written with its small objects packed in compressed streams (ISO 32000-1 7.5.7, 7.5.8)."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase import pdfdoc

from reportgen.pdf.reportlab_parts import file_version

PER_STREAM = 200  # a reader unpacks a whole stream to read one of its objects
HEADER = b"%%PDF-%d.%d\n%%\xe2\xe3\xcf\xd3\n"
END = b"endstream\n"


class CompactDocument(pdfdoc.PDFDocument):
    """reportlab's document with another file format: object streams and a cross-reference stream."""

    def format(self: Any) -> bytes:
        """The file's bytes; its ID is the digest of all before it."""
        root, info = self.Reference(self.Catalog), self.Reference(self.info)
        out = _File(HEADER % file_version(self))
        loose: list[tuple[int, bytes]] = []
        number = 1
        while number in self.numberToId:  # formatting an object may add others
            thing = self.idToObject[self.numberToId[number]]
            body = pdfdoc.format(thing, self, toplevel=1)
            if body.endswith(END):
                # the keyword stands on a line of its own (ISO 19005-2 6.1.7.1)
                out.add(number, body[: -len(END)] + b"\n" + END)
            else:
                loose.append((number, body))
            number += 1
        for start in range(0, len(loose), PER_STREAM):
            out.pack(number, loose[start : start + PER_STREAM])
            number += 1
        return out.finished(number, (root.format(self), info.format(self)))


class _File:
    """Collects objects and where they are."""

    def __init__(self, header: bytes) -> None:
        self._chunks = [header]
        self._size = len(header)
        self._rows: dict[int, tuple[int, int, int]] = {0: (0, 0, 0xFFFF)}  # type, offset or stream, index

    def add(self, number: int, body: bytes) -> None:
        """An object of its own."""
        self._rows[number] = (1, self._size, 0)
        self._write(b"%d 0 obj\n%bendobj\n" % (number, body))

    def _write(self, chunk: bytes) -> None:
        self._chunks.append(chunk)
        self._size += len(chunk)

    def pack(self, number: int, objects: Sequence[tuple[int, bytes]]) -> None:
        """Objects in a compressed stream of that number."""
        index, bodies, at = [], [], 0
        for place, (own, body) in enumerate(objects):
            index.append(b"%d %d" % (own, at))
            bodies.append(body)
            at += len(body) + 1
            self._rows[own] = (2, number, place)
        head = b" ".join(index) + b"\n"
        entries = b"/Type/ObjStm/N %d/First %d" % (len(objects), len(head))
        self.add(number, _stream(entries, head + b"\n".join(bodies)))

    def finished(self, number: int, roots: tuple[bytes, bytes]) -> bytes:
        """The file with its cross-reference stream, which is object ``number``."""
        start = self._size
        self._rows[number] = (1, start, 0)
        digest = hashlib.md5(b"".join(self._chunks), usedforsecurity=False).hexdigest().encode("ascii")
        rows = b"".join(
            kind.to_bytes(1, "big") + where.to_bytes(4, "big") + place.to_bytes(2, "big")
            for _, (kind, where, place) in sorted(self._rows.items())
        )
        entries = b"/Type/XRef/W[1 4 2]/Size %d/Root %b/Info %b/ID[<%b><%b>]" % (
            number + 1, *roots, digest, digest,
        )  # fmt: skip
        self.add(number, _stream(entries, rows))
        self._write(b"startxref\n%d\n%%%%EOF\n" % start)
        return b"".join(self._chunks)


def _stream(entries: bytes, content: bytes) -> bytes:
    packed = zlib.compress(content, 9)
    return b"<<%b/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream\n" % (entries, len(packed), packed)
