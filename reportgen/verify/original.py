"""The text a report was marked from: the paragraphs of a Word, text or Markdown file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct

from reportgen.errors import Message, error
from reportgen.verify.office_package import Package

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
DOCUMENT = "word/document.xml"
UNREAD = {
    "word/footnotes.xml": Message("脚注", "footnotes"),
    "word/endnotes.xml": Message("尾注", "endnotes"),
    "word/comments.xml": Message("批注", "comments"),
}
NUMBERING = Message("自动编号", "automatic numbering")
TAKEN_OUT = frozenset((f"{WORD}del", f"{WORD}moveFrom", FALLBACK))
SIGNS = {f"{WORD}tab": "\t", f"{WORD}br": "\n", f"{WORD}cr": "\n", f"{WORD}noBreakHyphen": "\u2011"}
LARGEST = 50_000_000  # bytes
HEADING = re.compile(r"^#{1,6}\s+")


class Original(Struct, frozen=True):
    """Non-empty paragraphs without white space at their ends, and what of the file was not read."""

    paragraphs: tuple[str, ...]
    unread: tuple[Message, ...] = ()


def read_original(path: Path) -> Original:
    """The paragraphs of a .docx, .txt or .md file.

    Raises ReportgenError for a file that is not there, too large, damaged, of another kind or without text.
    """
    reader = {".docx": _word, ".txt": _text, ".md": _markdown}.get(path.suffix.lower())
    if reader is None:
        hint = Message("另存为 .docx 或 .txt", "save it as .docx or .txt")
        raise error(f"{path}：不认识的文件类型", f"{path}: unknown kind of file", hint=hint)
    try:
        data = path.read_bytes() if path.stat().st_size <= LARGEST else None
    except OSError as fault:
        raise error(
            f"{path}：打不开（{fault.strerror}）", f"{path}: cannot be opened ({fault.strerror})"
        ) from fault
    if data is None:
        raise error(f"{path}：文件过大", f"{path}: the file is too large")
    original = reader(data, str(path))
    if not original.paragraphs:
        raise error(f"{path}：文件里没有文字", f"{path}: the file holds no text")
    return original


def _text(data: bytes, name: str) -> Original:
    return Original(tuple(_filled(_decoded(data, name).splitlines())))


def _markdown(data: bytes, name: str) -> Original:
    return Original(tuple(_filled(HEADING.sub("", line) for line in _decoded(data, name).splitlines())))


def _decoded(data: bytes, name: str) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    hint = Message("另存为 UTF-8", "save it as UTF-8")
    raise error(f"{name}：编码读不出来", f"{name}: its encoding cannot be read", hint=hint)


def _filled(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        if line.strip():
            yield line.strip()


def _word(data: bytes, name: str) -> Original:
    """Body text with tables in its order; tracked insertions are taken, deletions and comments are not."""
    package = Package(data, name)
    body = package.tree(DOCUMENT)
    lines = [line for paragraph in _paragraphs(body) for line in "".join(_words(paragraph)).split("\n")]
    unread = [words for part, words in UNREAD.items() if part in package.parts]
    unread += [NUMBERING] if next(body.iter(f"{WORD}numPr"), None) is not None else []
    return Original(tuple(_filled(lines)), tuple(unread))


def _paragraphs(node: Any) -> Iterator[Any]:
    for child in node:
        if child.tag in TAKEN_OUT:
            continue
        if child.tag == f"{WORD}p":
            yield child
        yield from _paragraphs(child)


def _words(node: Any) -> Iterator[str]:
    """The characters of a paragraph; those of a text box in it are a paragraph of their own."""
    for child in node:
        if child.tag in TAKEN_OUT or child.tag in (f"{WORD}p", f"{WORD}pPr"):
            continue
        if child.tag == f"{WORD}t":
            yield child.text or ""
        elif child.tag in SIGNS:
            yield SIGNS[child.tag]
        else:
            yield from _words(child)
