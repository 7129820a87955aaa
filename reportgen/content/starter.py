"""``new``: a small commented report to start from."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

from reportgen.errors import Message, ReportgenError, error

NAME = re.compile(r"[^\s/\\:*?\"<>|.{}\[\]#'`\x00-\x1f][^/\\:*?\"<>|{}\[\]#'`\x00-\x1f]{0,59}")
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)  # devices on Windows
FILES = {"report.md": "report.md", "行业.csv": "data/行业.csv"}  # template: place in the new folder
PLACEHOLDER = "某区"


def new_report(name: str, content: Path) -> Path:
    """Writes ``content/<name>/`` with report.md and one data table; returns the folder.

    Raises ReportgenError for a name that cannot be a folder, a folder that exists or cannot be written.
    """
    if not NAME.fullmatch(name) or name.endswith((" ", ".")) or RESERVED.fullmatch(name):
        raise error(
            f"“{name}”不能做文件夹名",
            f"'{name}' cannot be the name of a folder",
            hint=Message(
                "不要用 / \\ : * ? 等符号，不超过 60 字", "avoid / \\ : * ? and the like, up to 60 characters"
            ),
        )
    folder = content / name
    try:
        (folder / "data").mkdir(parents=True)
    except FileExistsError as fault:
        raise _exists(folder) from fault
    except OSError as fault:
        raise _unwritable(folder, fault) from fault
    template = files("reportgen.content") / "template"
    for source, target in FILES.items():
        text = (template / source).read_text("utf-8").replace(PLACEHOLDER, _organisation(name))
        try:
            (folder / target).write_text(text, encoding="utf-8", newline="\n")
        except OSError as fault:
            raise _unwritable(folder, fault) from fault
    return folder


def _exists(folder: Path) -> ReportgenError:
    zh, en = f"{folder.as_posix()} 已经存在", f"{folder.as_posix()} already exists"
    return error(zh, en, hint=Message("换一个名称", "choose another name"))


def _unwritable(folder: Path, fault: OSError) -> ReportgenError:
    why = fault.strerror or str(fault)
    zh, en = f"写不进 {folder.as_posix()}：{why}", f"cannot write {folder.as_posix()}: {why}"
    return error(zh, en, hint=Message("检查权限和磁盘空间", "check permissions and free space"))


def _organisation(name: str) -> str:
    """The place a report's name begins with: 某区 of 某区发布会; an underscore would be a mark in the text."""
    return (re.sub("(新闻)?发布会$|报告$|文稿$", "", name) or name).replace("_", " ")
