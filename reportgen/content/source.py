"""A text file on its way in: size, encoding and forbidden characters are checked before anything reads it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from reportgen.errors import Message, Place, Problem, ReportgenError

LARGEST = 4_000_000  # bytes; a press text has some thousand characters
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Source:
    """A decoded file with the name messages call it by."""

    file: str
    text: str

    def place(self, offset: int) -> Place:
        """Line and column (from 1, in characters) of an offset."""
        line = self.text.count("\n", 0, offset)
        return Place(self.file, line + 1, offset - (self.text.rfind("\n", 0, offset) + 1) + 1)


def read_source(path: Path, file: str) -> Source:
    """The file's text with line ends as ``\\n`` and no byte order mark.

    Raises ReportgenError for a missing, oversized, non-UTF-8 or empty file and for control characters.
    """
    data = _bytes(path, file)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        column = fault.start - (data.rfind(b"\n", 0, fault.start) + 1) + 1
        raise ReportgenError(
            Problem(
                Message("不是 UTF-8 编码", "not UTF-8"),
                Place(file, line, column),
                Message("用编辑器另存为 UTF-8", "save the file as UTF-8"),
            )
        ) from fault
    source = Source(file, text.replace("\r\n", "\n").replace("\r", "\n"))
    if not source.text.strip():
        raise ReportgenError(
            Problem(
                Message("文件是空的", "the file is empty"),
                Place(file, 1, 1),
                Message("至少写标题和一段正文", "write at least a title and one paragraph"),
            )
        )
    problems = tuple(_control(source, match) for match in CONTROL.finditer(source.text))
    if problems:
        raise ReportgenError(*problems[:20])
    return source


def _bytes(path: Path, file: str) -> bytes:
    try:
        size = path.stat().st_size
        if size <= LARGEST:
            return path.read_bytes()
    except OSError as fault:
        raise ReportgenError(
            Problem(
                Message(f"读不出文件：{fault.strerror}", f"cannot read the file: {fault.strerror}"),
                Place(file),
                Message("检查文件名和权限", "check its name and permissions"),
            )
        ) from fault
    raise ReportgenError(
        Problem(
            Message(
                f"文件有 {size / 1e6:.0f} MB，超过 {LARGEST / 1e6:.0f} MB",
                f"the file has {size / 1e6:.0f} MB, over {LARGEST / 1e6:.0f} MB",
            ),
            Place(file),
            Message("图片放在旁边的文件里，不要嵌入正文", "keep pictures in files of their own"),
        )
    )


def _control(source: Source, match: re.Match[str]) -> Problem:
    code = f"U+{ord(match.group()):04X}"
    return Problem(
        Message(f"有控制字符 {code}", f"control character {code}"),
        source.place(match.start()),
        Message("删掉它", "delete it"),
    )
