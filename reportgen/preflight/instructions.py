"""A content stream as operators with their operands (ISO 32000-1, 7.8.2), read in one pass.

pikepdf's parser is exact but makes a Python object of every number. Nearly every stream is plain
enough for one regular expression; inline images, deeply nested strings and damage go to pikepdf.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

Operand = Any  # float, bytes (a string), Name, list, dict, True, False or None
Instruction = tuple[bytes, list[Operand]]

TOKEN = re.compile(
    rb"[-+.\d][^\s()<>\[\]{}/%]*"
    rb"|[A-Za-z'\"*][^\s()<>\[\]{}/%]*"
    rb"|/[^\s()<>\[\]{}/%]*"
    rb"|\((?:[^()\\]|\\.|\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\))*\)"
    rb"|<<|>>|<[0-9A-Fa-f\s]*>|[\[\]]|%[^\r\n]*|[()<>]",
    re.S,
)
INLINE_IMAGE = re.compile(rb"(?:^|[\s\]>)])BI[\s/]")
ESCAPE = re.compile(rb"\\(\r\n|[0-7]{1,3}|.)", re.S)
ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b""}
WORDS = {b"true": True, b"false": False, b"null": None}
INLINE = b"INLINE IMAGE"


class Name(str):
    """A name operand, its slash included."""

    __slots__ = ()


class DamagedError(ValueError):
    """A content stream that readers may read differently."""


def instructions(data: bytes) -> Iterator[Instruction]:
    """Every operator of the stream in order; an inline image is one ``INLINE`` with its pikepdf object.

    Raises DamagedError for a stream that cannot be read.
    """
    if b"BI" not in data or not INLINE_IMAGE.search(data):
        try:
            yield from _plain(TOKEN.findall(data))
            return
        except _NotPlainError as stop:
            done = stop.args[0]
    else:
        done = 0
    for i, instruction in enumerate(_exact(data)):
        if i >= done:
            yield instruction


class _NotPlainError(Exception):
    """The fast reading stopped after so many operators."""


def _plain(tokens: list[bytes]) -> Iterator[Instruction]:
    operands: list[Operand] = []
    outer: list[tuple[bytes, list[Operand]]] = []  # arrays and dictionaries that are still open
    done = 0
    for token in tokens:
        first = token[0]
        if first < 58 and first not in b"(/%'\"*)":
            try:
                operands.append(float(token))
            except ValueError:
                raise _NotPlainError(done) from None
        elif first == 47:
            operands.append(_name(token))
        elif first > 96 or 65 <= first <= 90 or first in b"'\"*":
            if token in WORDS:
                operands.append(WORDS[token])
            elif outer:
                raise _NotPlainError(done)
            else:
                yield token, operands
                operands = []
                done += 1
        elif first == 37:
            continue
        elif token in (b"[", b"<<"):
            outer.append((token, operands))
            operands = []
        elif token in (b"]", b">>"):
            if not outer or (outer[-1][0] == b"[") != (token == b"]"):
                raise _NotPlainError(done)
            _, before = outer.pop()
            before.append(operands if token == b"]" else _pairs(operands))
            operands = before
        elif len(token) == 1:  # a lone bracket: a string nested deeper than the expression
            raise _NotPlainError(done)
        else:
            operands.append(string_of(token))


def _name(token: bytes) -> Name:
    if b"#" in token:
        token = re.sub(rb"#([0-9A-Fa-f]{2})", lambda m: bytes([int(m[1], 16)]), token)
    return Name(token.decode("utf-8", "replace"))


def _pairs(items: list[Operand]) -> dict[str, Operand]:
    return {str(key): value for key, value in zip(items[::2], items[1::2], strict=False)}


def string_of(token: bytes) -> bytes:
    """The bytes a literal or hexadecimal string denotes."""
    if token[0] == 60:
        digits = bytes(token[1:-1]).translate(None, b" \t\r\n\f\0")
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    body = token[1:-1]
    return ESCAPE.sub(_escaped, body) if b"\\" in body else body


def _escaped(match: re.Match[bytes]) -> bytes:
    code = match[1]
    if code[0] in b"01234567":
        return bytes([int(code, 8) & 255])
    return ESCAPED.get(code, b"" if code == b"\r\n" else code)


def _exact(data: bytes) -> Iterator[Instruction]:
    """The same through pikepdf's own parser."""
    with pikepdf.new() as scratch:
        stream = pikepdf.Stream(scratch, data)
        try:
            parsed = pikepdf.parse_content_stream(stream)
        except pikepdf.PdfError as fault:
            raise DamagedError(str(fault)) from fault
        for instruction in parsed:
            if isinstance(instruction, pikepdf.ContentStreamInlineImage):
                yield INLINE, [instruction.iimage]
            else:
                yield (
                    str(instruction.operator).encode("latin-1", "replace"),
                    [plain(operand) for operand in instruction.operands],
                )


def plain(value: Any) -> Operand:
    """A pikepdf object as the fast reading gives it."""
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, pikepdf.Name):
        return Name(str(value))
    if isinstance(value, pikepdf.String):
        return bytes(value)
    if isinstance(value, pikepdf.Array):
        return [plain(item) for item in value]
    if isinstance(value, pikepdf.Dictionary):
        return {key: plain(item) for key, item in value.items()}
    return float(value)
