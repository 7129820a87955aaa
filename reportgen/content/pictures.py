"""Pictures beside the report: read once to check that they are pictures and how large."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from reportgen.content.files import inside
from reportgen.content.problems import Problems
from reportgen.errors import Place, Problem
from reportgen.model.report import Picture


def read_picture(
    folder: Path, name: str, alt: str, credit: str, place: Place, problems: Problems
) -> Picture | None:
    """The picture with its size in pixels; None (and a problem) when the file is not one."""
    from reportgen.pictures.examine import examine  # only reports with pictures pay for it

    path = inside(folder, name, place, problems)
    if path is None:
        return None
    found = examine(path, name)
    if isinstance(found, Problem):
        problems.found.append(replace(found, place=place))
        return None
    problems.found += [replace(warning, place=place) for warning in found.warnings]
    return Picture(str(path), alt, *found.size, credit, place)
