"""``new``: a small commented report to start from."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

from reportgen.errors import Message, error

NAME = re.compile(r"[^\s/\\:*?\"<>|.{}\[\]#][^/\\:*?\"<>|\n\r\t{}\[\]#]{0,59}")


def new_report(name: str, content: Path) -> Path:
    """Writes ``content/<name>/`` with report.md and one data table; returns the folder.

    Raises ReportgenError for a name that cannot be a folder and for a folder that exists.
    """
    if not NAME.fullmatch(name) or name.endswith((" ", ".")):
        raise error(
            f"“{name}”不能做文件夹名",
            f"'{name}' cannot name a folder",
            hint=Message("不要用 / \\ : * ? 等符号", "avoid / \\ : * ? and the like"),
        )
    folder = content / name
    if folder.exists():
        raise error(
            f"{folder.as_posix()} 已经存在",
            f"{folder.as_posix()} exists already",
            hint=Message("换一个名称", "choose another name"),
        )
    template = files("reportgen.content") / "template"
    (folder / "data").mkdir(parents=True)
    text = (template / "report.md").read_text("utf-8").replace("某区", _organisation(name))
    (folder / "report.md").write_text(text, encoding="utf-8")
    (folder / "data" / "行业.csv").write_text((template / "行业.csv").read_text("utf-8"), encoding="utf-8")
    return folder


def _organisation(name: str) -> str:
    """The place a report's name begins with: 某区 of 某区发布会."""
    return re.sub("(新闻)?发布会$|报告$|文稿$", "", name) or name
