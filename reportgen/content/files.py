"""Files a report names: only those inside its own folder are touched."""

from __future__ import annotations

from pathlib import Path

from reportgen.content.problems import Problems
from reportgen.errors import Place


def inside(folder: Path, name: str, place: Place, problems: Problems) -> Path | None:
    """The path of a file of the report; None (and a problem) when it is outside or missing."""
    try:
        root = folder.resolve()
        path = (root / name).resolve()
        found = path.is_file() if path.is_relative_to(root) else None
    except (OSError, ValueError, RuntimeError):  # a name too long, a loop of links
        found = False
    if found is None:
        hint = ("把文件放进报告文件夹", "put the file into the report folder")
        problems.add(place, f"“{name}”在报告文件夹之外", f"'{name}' is outside the report folder", hint)
    elif not found:
        hint = (
            "文件名写相对报告文件夹的路径；数据表放在 data/ 下",
            "give the path from the report folder; data tables go in data/",
        )
        problems.add(place, f"找不到文件“{name[:80]}”", f"file '{name[:80]}' does not exist", hint)
    return path if found else None
