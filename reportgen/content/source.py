"""A text file on its way in: size, encoding and forbidden characters are checked before anything reads it."""

from __future__ import annotations

import re
import stat
from bisect import bisect_right
from pathlib import Path

from msgspec import Struct
from msgspec.structs import force_setattr

from reportgen.content.invisible import Dropped, without_invisible
from reportgen.encoding import decoded, is_gbk
from reportgen.errors import Message, Place, Problem, ReportgenError, error

LARGEST = 2_000_000  # bytes; a press text has a few thousand characters
MOST_NAMED = 20  # control characters named one by one
CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)


class Source(Struct, frozen=True):
    """A decoded file with the name messages call it by; places count the dropped characters in."""

    file: str
    text: str
    encoding: str = "UTF-8"
    dropped: tuple[Dropped, ...] = ()
    starts: tuple[int, ...] = ()  # the offset of each line, found in the text

    def __post_init__(self) -> None:
        starts = (0, *(match.end() for match in re.finditer("\n", self.text)))
        force_setattr(self, "starts", starts)

    def place(self, offset: int) -> Place:
        """Line and column (from 1, in characters) of an offset."""
        line = bisect_right(self.starts, offset)
        start = self.starts[line - 1]
        dropped = sum(start <= one.offset <= offset for one in self.dropped)
        return Place(self.file, line, offset - start + dropped + 1)


def read_source(path: Path, file: str, *, table: bool = False) -> Source:
    """The file's text with line ends as ``\\n`` and no byte order mark; of a ``table`` GBK is read too.

    Zero-width characters are left out and loose accents composed, see :mod:`reportgen.content.invisible`.

    Raises ReportgenError for a missing, oversized, wrongly encoded or empty file and for control characters.
    """
    data = _bytes(path, file)
    encoding = "GBK" if table and is_gbk(data) else "UTF-8"
    text = decoded(data, file, encoding)
    if not table:
        text = text.replace("\t", " ")  # in prose a tab is a space, in a table it parts cells
    seen, dropped = without_invisible(text)
    source = Source(file, seen, encoding, dropped)
    if not source.text.strip():
        hint = Message("至少写标题和一段正文", "write at least a title and one paragraph")
        raise error("文件是空的", "the file is empty", Place(file, 1, 1), hint)
    problems = [_control(source, match) for match in CONTROL.finditer(source.text)]
    if problems:
        raise ReportgenError(*problems[:MOST_NAMED])
    return source


def _bytes(path: Path, file: str) -> bytes:
    try:
        about = path.stat()
        if stat.S_ISREG(about.st_mode) and about.st_size <= LARGEST:
            return path.read_bytes()
    except (OSError, ValueError) as fault:
        why = getattr(fault, "strerror", None) or str(fault)
        hint = Message("检查文件名和权限", "check its name and permissions")
        raise error(f"读不出文件：{why}", f"cannot read the file: {why}", Place(file), hint) from fault
    if not stat.S_ISREG(about.st_mode):
        hint = Message("这里需要一个文本文件", "a text file is expected here")
        raise error("不是普通文件", "not a regular file", Place(file), hint)
    size, most = about.st_size / 1e6, LARGEST / 1e6
    raise error(
        f"文件有 {size:.1f} MB，超过 {most:.0f} MB",
        f"the file is {size:.1f} MB, more than {most:.0f} MB",
        Place(file),
        Message("图片放在旁边的文件里，不要嵌入正文", "keep pictures in separate files"),
    )


def _control(source: Source, match: re.Match[str]) -> Problem:
    code = f"U+{ord(match.group()):04X}"
    return Problem(
        Message(f"有控制字符 {code}", f"control character {code}"),
        source.place(match.start()),
        Message("删掉它", "delete it"),
    )
