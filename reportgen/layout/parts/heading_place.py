"""Where the heading of a page or slide is in the report, for messages."""

from __future__ import annotations

from reportgen.errors import Place
from reportgen.model.report import Report


def heading_place(report: Report, section: int | None, title: str) -> Place:
    """The place of the section's heading that the title begins with, else of the section, else the report's file."""
    file = Place(f"{report.folder}/report.md")
    if section is None:
        return file
    whole = report.sections[section]
    begun = [heading for heading in whole.subsections if title.startswith(heading.title)]
    return max(begun, key=lambda heading: len(heading.title), default=whole).place or file
