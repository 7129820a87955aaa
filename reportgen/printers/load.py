"""Reading what a printing house asks for: one TOML file, every key known, every value checked."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from reportgen.errors import Message, Place, Problem, ReportgenError, error
from reportgen.lengths import Edges, mm
from reportgen.model.press import DEFAULT_PRINTER, MarkStyle, OutputCondition, PrinterProfile
from reportgen.model.report import Report
from reportgen.model.theme import Spot
from reportgen.printers.icc import IccHeader, read_icc
from reportgen.themes.spot import read_spot
from reportgen.toml_places import TomlFile, read_toml

WHAT = Message("印厂配置", "printer profile")
KEYS = (
    "name", "house", "icc", "condition", "condition-name", "registry",
    "ink-limit", "bleed", "trim", "marks", "paper-gsm", "spot",
)  # fmt: skip
EDGES = ("top", "right", "bottom", "left")
MARKS = ("offset", "length")
TRIMS: Mapping[str, tuple[float, float]] = MappingProxyType(
    {"A4": (210, 297), "大度16开": (210, 285), "正度16开": (185, 260), "大度8开": (285, 420)}
)  # mm
LEAST_TRIM, MOST_TRIM = 90.0, 1000.0  # mm
MOST_BLEED, MOST_MARK = 15.0, 30.0  # mm
INK_LIMITS, WEIGHTS = (100.0, 400.0), (40.0, 500.0)
LARGEST_ICC = 20_000_000  # bytes
LONGEST_NAME = 80


def load_printer(path: Path) -> PrinterProfile:
    """The profile of that file; what it leaves out is as in :data:`DEFAULT_PRINTER`.

    Raises ReportgenError with every problem, each at its line and column.
    """
    reader = _ProfileReader(read_toml(path, WHAT))
    profile = reader.profile()
    if reader.problems:
        raise ReportgenError(*reader.problems)
    return profile


def printer_file(report: Report) -> Path | None:
    """The profile the report itself names; None where it names none.

    Raises ReportgenError for a file outside the report's folder.
    """
    if not report.printer:
        return None
    folder = Path(report.folder)
    if not (folder / report.printer).resolve().is_relative_to(folder.resolve()):
        raise error(
            f"印厂配置“{report.printer}”在报告文件夹之外",
            f"printer profile '{report.printer}' is outside the report folder",
            Place((folder / "report.md").as_posix()),
            Message(
                "把文件放进报告文件夹，或用 --profile",
                "put the file into the report folder, or use --profile",
            ),
        )
    return folder / report.printer


class _ProfileReader:
    """Checks every key and collects what is wrong."""

    def __init__(self, file: TomlFile) -> None:
        self.file, self.values = file, file.values
        self.problems: list[Problem] = []

    def profile(self) -> PrinterProfile:
        self.problems += self.file.unknown(self.values, KEYS)
        condition = self._condition()
        default = DEFAULT_PRINTER
        limit = self._number("ink-limit", "", *INK_LIMITS, "%")
        return PrinterProfile(
            name=self._text("name") or condition.identifier,
            condition=condition,
            ink_limit=default.ink_limit if limit is None else limit,
            bleed=self._bleed(),
            trim=self._trim(),
            marks=self._marks(),
            paper_gsm=self._number("paper-gsm", "", *WEIGHTS, "g/m²"),
            spot=self._spot(),
            house=self._text("house"),
        )

    def fault(self, key: str, message: Message, hint: Message, table: str = "") -> None:
        self.problems.append(Problem(message, self.file.place(key, table), hint))

    def _text(self, key: str, default: str = "") -> str:
        value = self.values.get(key, default)
        if isinstance(value, str) and len(value) <= LONGEST_NAME and (value.isprintable()):
            return value.strip()
        message = Message(f"“{key}”应为一行短文字", f"'{key}' must be one short line of text")
        self.fault(key, message, Message(f'{key} = "文字"', f'{key} = "text"'))
        return default

    def _number(self, key: str, table: str, least: float, most: float, unit: str) -> float | None:
        """The number of that key; None where it is not given or wrong."""
        entries = self.values.get(table, {}) if table else self.values
        if key not in entries:
            return None
        value = entries[key]
        if _is_number(value) and least <= value <= most:
            return float(value)
        message = Message(
            f"“{key}”应为 {least:g}–{most:g} 的数（{unit}）",
            f"'{key}' must be a number from {least:g} to {most:g} ({unit})",
        )
        self.fault(key, message, Message(f"{key} = {most:g}", f"{key} = {most:g}"), table)
        return None

    def _bleed(self) -> Edges:
        """One number for all edges, or a table of the four."""
        given = self.values.get("bleed", 3)
        if not isinstance(given, dict):
            distance = self._number("bleed", "", 0, MOST_BLEED, "mm")
            return Edges.all(mm(3 if distance is None else distance))
        self.problems += self.file.unknown(given, EDGES, "bleed")
        if missing := [edge for edge in EDGES if edge not in given]:
            message = Message(f"bleed 缺 {'、'.join(missing)}", f"bleed lacks {', '.join(missing)}")
            self.fault("bleed", message, Message("四边都写上", "give all four edges"))
        distances = (self._number(edge, "bleed", 0, MOST_BLEED, "mm") or 0.0 for edge in EDGES)
        return Edges(*map(mm, distances))

    def _trim(self) -> tuple[float, float] | None:
        given = self.values.get("trim")
        if given is None:
            return None
        size = TRIMS.get(given) if isinstance(given, str) else given
        right = isinstance(size, list | tuple) and len(size) == 2 and all(map(_is_number, size))
        if right and all(LEAST_TRIM <= side <= MOST_TRIM for side in size or ()):
            width, height = size or (0, 0)
            return mm(width), mm(height)
        names = "、".join(TRIMS)
        self.fault(
            "trim",
            Message(
                "“trim”应为成品尺寸 [宽, 高]（mm）", "'trim' must be the trim size [width, height] in mm"
            ),
            Message(f"如 trim = [210, 297]，或 {names} 之一", f"e.g. trim = [210, 297], or one of {names}"),
        )
        return None

    def _marks(self) -> MarkStyle | None:
        given = self.values.get("marks", True)
        if isinstance(given, bool):
            return MarkStyle() if given else None
        if not isinstance(given, dict):
            hint = Message("[marks] 下写 offset、length", "give offset and length under [marks]")
            message = Message(
                "“marks”应为 true、false 或 offset、length",
                "'marks' must be true, false, or offset and length",
            )
            self.fault("marks", message, hint)
            return MarkStyle()
        self.problems += self.file.unknown(given, MARKS, "marks")
        read: dict[str, float | None] = {key: self._number(key, "marks", 1, MOST_MARK, "mm") for key in MARKS}
        return MarkStyle(**{key: mm(value) for key, value in read.items() if value is not None})

    def _spot(self) -> Spot | None:
        if "spot" not in self.values:
            return None
        try:
            return read_spot(self.values["spot"], self.file.place("spot"))
        except ReportgenError as fault:
            self.problems += fault.problems
            return None

    def _condition(self) -> OutputCondition:
        """The output condition; without an ICC file of its own the bundled one's."""
        default = DEFAULT_PRINTER.condition
        if "icc" not in self.values:
            for key in ("condition", "condition-name", "registry"):
                if key in self.values:
                    message = Message(f"“{key}”要和 icc 一起写", f"'{key}' needs icc as well")
                    self.fault(key, message, Message('加上 icc = "文件.icc"', 'add icc = "file.icc"'))
            return default
        name = self._text("icc")
        path = self.file.path.parent / name
        header = self._header(path, name)
        described = (header.description if header else "") or path.stem
        identifier = self._text("condition", described) or described
        return OutputCondition(
            identifier, self._text("condition-name", described), self._text("registry"), str(path)
        )

    def _header(self, path: Path, name: str) -> IccHeader | None:
        """The profile's header; None, and a problem, where it is not a CMYK output profile."""
        try:
            data = path.read_bytes() if path.stat().st_size <= LARGEST_ICC else b""
        except (OSError, ValueError):
            message = Message(f"找不到 ICC 文件“{name}”", f"ICC file '{name}' does not exist")
            self.fault(
                "icc",
                message,
                Message("路径从本文件所在的文件夹写起", "give the path from this file's folder"),
            )
            return None
        header = read_icc(data)
        if header is None:
            message = Message(f"“{name}”不是 ICC 文件", f"'{name}' is not an ICC profile")
        elif not header.prints_cmyk:
            message = Message(
                f"“{name}”是 {header.space_name}（{header.device}）特性文件，不是 CMYK 输出特性文件",
                f"'{name}' is a profile for {header.space_name} ({header.device}), not a CMYK output profile",
            )
        else:
            return header
        self.fault(
            "icc",
            message,
            Message("请印厂提供输出用的 CMYK ICC 文件", "ask the printing house for its CMYK output profile"),
        )
        return None


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
