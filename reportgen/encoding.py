"""Bytes of a text file into text: UTF-8, as every editor can save it."""

from __future__ import annotations

from reportgen.errors import Message, Place, error

HINT = Message("用编辑器另存为 UTF-8；Excel 里选“CSV UTF-8”", "save the file as UTF-8 (in Excel: CSV UTF-8)")


def decoded(data: bytes, file: str) -> str:
    """The text with line ends as ``\\n`` and no byte order mark.

    Raises ReportgenError at the first byte that is not UTF-8; ``file``: what messages call it.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        before = data[data.rfind(b"\n", 0, fault.start) + 1 : fault.start]
        column = len(before.decode("utf-8-sig", "replace")) + 1
        raise error("不是 UTF-8 编码", "not UTF-8", Place(file, line, column), HINT) from fault
    return text.replace("\r\n", "\n").replace("\r", "\n")
