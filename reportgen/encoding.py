"""Bytes of a text file into text: UTF-8, as every editor can save it; GBK where a caller takes it."""

from __future__ import annotations

from reportgen.errors import Message, Place, error

HINT = Message("用编辑器另存为 UTF-8；Excel 里选“CSV UTF-8”", "save the file as UTF-8 (in Excel: CSV UTF-8)")


def decoded(data: bytes, file: str, encoding: str = "UTF-8") -> str:
    """The text with line ends as ``\\n`` and no byte order mark; ``encoding``: UTF-8 or GBK.

    Raises ReportgenError at the first byte that is not UTF-8; ``file``: what messages call it.
    """
    try:
        text = data.decode("gb18030" if encoding == "GBK" else "utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        before = data[data.rfind(b"\n", 0, fault.start) + 1 : fault.start]
        column = len(before.decode("utf-8-sig", "replace")) + 1
        perhaps = ("，像是 GBK", ", perhaps GBK") if is_gbk(data) else ("", "")
        zh, en = f"不是 UTF-8 编码{perhaps[0]}", f"not UTF-8{perhaps[1]}"
        raise error(zh, en, Place(file, line, column), HINT) from fault
    return text.replace("\r\n", "\n").replace("\r", "\n")


def is_gbk(data: bytes) -> bool:
    """Whether bytes that are no UTF-8 are Chinese in GBK: as UTF-8 hardly a character of them can be read."""
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    kept = sum(char > "\x7f" for char in text) - lost
    if lost <= kept:
        return False
    try:
        return any("\u4e00" <= char <= "\u9fff" for char in data.decode("gb18030"))
    except UnicodeDecodeError:
        return False
