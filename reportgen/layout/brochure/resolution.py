"""Whether pictures hold enough pixels for the size they are printed at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from reportgen.errors import Message, Problem
from reportgen.lengths import POINTS_PER_INCH
from reportgen.model.report import Picture, Report
from reportgen.model.sheet import Document, PictureItem

WANTED, COARSE, UNFIT = (
    300.0,
    225.0,
    150.0,
)  # ppi: the house's aim, and where GWG 2022 R0031 warns and refuses
TOLERANCE = 0.5  # ppi


def has_pictures(report: Report) -> bool:
    """Whether the report brings any picture of its own."""
    return any(isinstance(part, Picture) for part in report.components())


def resolution_findings(document: Document, report: Report) -> tuple[Problem, ...]:
    """A warning for every picture printed below 300 ppi, the more urgent the coarser it is."""
    pictures = {part.place: part for part in report.components() if isinstance(part, Picture)}
    measured = [
        (pictures[item.place], _resolution(pictures[item.place], item, scale))
        for item, scale in _placed(document)
    ]
    return tuple(_finding(picture, ppi) for picture, ppi in measured if ppi < WANTED - TOLERANCE)


def _placed(document: Document) -> Iterator[tuple[PictureItem, float]]:
    for sheet in document.sheets:
        yield from ((item, sheet.scale) for item in sheet.items if isinstance(item, PictureItem))


def _resolution(picture: Picture, item: PictureItem, scale: float) -> float:
    """Pixels per inch on paper, along the coarser side."""
    across, down = picture.width / item.rect.width, picture.height / item.rect.height
    return min(across, down) * POINTS_PER_INCH / scale


def _finding(picture: Picture, ppi: float) -> Problem:
    name, least = PurePath(picture.path).name, round(picture.width * WANTED / ppi)
    zh = f"图片“{name}”按版面大小只有 {ppi:.0f} ppi"
    en = f"picture '{name}' has {ppi:.0f} ppi at its printed size"
    if ppi < UNFIT:
        zh, en = f"{zh}，印出来会模糊，不能付印", f"{en}: it prints blurred and is unfit for the press"
    elif ppi < COARSE:
        zh, en = f"{zh}，印出来明显发虚", f"{en}: it prints visibly soft"
    else:
        zh, en = f"{zh}，不足 {WANTED:.0f} ppi", f"{en}, under {WANTED:.0f} ppi"
    hint = Message(f"换一张宽 {least} 像素以上的原图", f"use an original of {least} pixels or more in width")
    return Problem(Message(zh, en), picture.place, hint, "warning")
