"""Specifications of every kind, and boxes of what a figure shows."""

from collections.abc import Iterator
from typing import NamedTuple

from matplotlib.transforms import Bbox

from reportgen.charts import ChartStyle, build
from reportgen.charts.fit import natural_height
from reportgen.fonts import Fonts
from reportgen.model.chart import ChartSpec, Datum, Series
from reportgen.themes.load import load_theme
from reportgen.typeset.chart_words import ChartWords

FONTS = Fonts.load()
THEME = load_theme("danqing")
INK = THEME.colour("ink-text")
LETTERS = ChartWords(FONTS, INK)
measure = LETTERS.measure


def style(section: int = 1, on_field: bool = False) -> ChartStyle:
    return ChartStyle(THEME, THEME.role(section), LETTERS, on_field)


def datum(label: str, value: float, unit: str = "", figure: str = "", **more: str) -> Datum:
    text = more.pop("text", f"{value:g}".replace("-", "−"))
    return Datum(label, value, text, figure, unit, **more)  # type: ignore[arg-type]


def series(*data: Datum, label: str = "") -> Series:
    return Series(label, data)


def spec(kind: str, *parts: Series, unit: str = "", title: str = "标题", **more: int) -> ChartSpec:
    return ChartSpec(kind, title, unit, parts, **more)  # type: ignore[arg-type]


POLICIES = spec(
    "bars",
    series(
        datum("促进就业", 20, "条", "jobs"),
        datum("高校教师来榆创办科技创新型企业", 28, "条", "teachers"),
        datum("放宽落户", 14, "条", "hukou"),
        datum("街校共建", 7, "条", "streets"),
    ),
    unit="条",
    title="“1方案4办法”一揽子政策红利",
)
TOWNS = spec(
    "bars",
    series(
        *(
            datum(name, value, "户")
            for name, value in (
                ("东阳镇", 25514), ("乌金山镇", 18200), ("什贴镇", 9120), ("长凝镇", 130), ("北田镇", 3.2),
                ("修文镇", 7000), ("庄子乡", 5600), ("东赵乡", 4800), ("张庆乡", 4100), ("郭家堡", 90),
            )
        )
    ),
    unit="户",
)  # fmt: skip
OPEN_BARS = spec(
    "bars",
    series(
        datum("产值", 300, "亿元", "a", open_end="above", qualifier="突破"),
        datum("投资", 120, "亿元", "b", qualifier="约"),
    ),
    unit="亿元",
)
INCOME = spec("columns", series(datum("城", 4.96, "%", "city"), datum("乡", 6.22, "%", "rural")), unit="%")
MONTHS = spec(
    "columns",
    series(*(datum(f"{i + 1}月", v, "户") for i, v in enumerate((25514, 18200, 130, 3.2, 0, 7000) * 2))),
    unit="户",
)
LONG_COLUMNS = spec(
    "columns", series(*(datum(f"第{i}类高新技术企业孵化基地", 40.5 * i) for i in range(1, 6)))
)
GROUPED = spec(
    "grouped",
    series(datum("第一产业", 3.2), datum("第二产业", 5.1), datum("第三产业", 6.4), label="2023年"),
    series(datum("第一产业", 4.2), datum("第二产业", 4.8), datum("第三产业", 7.9), label="2024年"),
)
CROWDED = spec(
    "grouped",
    *(
        series(*(datum(f"{i}月", 25514 // i * (s + 1) // 3) for i in range(1, 9)), label=f"{2022 + s}年")
        for s in range(3)
    ),
)


def shares(kind: str) -> ChartSpec:
    return spec(
        kind,
        series(
            datum("第一产业", 6.1, "%", "industry"),
            datum("第二产业", 10.4, "%", "industry"),
            datum("第三产业", 83.5, "%", "industry"),
        ),
        unit="%",
    )


def five_parts(kind: str) -> ChartSpec:
    names = ("农副食品加工业", "纺织机械制造", "新能源", "文化旅游", "其他")
    values = (0.4, 46.2, 30.3, 19.9, 3.2)
    return spec(kind, series(*(datum(n, v, "%") for n, v in zip(names, values, strict=True))), unit="%")


STATUS = spec(
    "units",
    series(
        datum("王湖等", 4, "个", "done", status="圆满交付"),
        datum("聂村二期等", 2, "个", "chosen", status="顺利选房"),
    ),
    unit="个",
)
VILLAGES = spec(
    "units", series(datum("精品示范村", 15, "个", "a"), datum("提档升级村", 22, "个", "b")), unit="个"
)
TENTHS = datum("财政收入投向民生领域", 0.8, "", "people", text="八成", open_end="above", suffix="以上")
CELLS, RINGS = spec("cells", series(TENTHS)), spec("rings", series(TENTHS))
PERCENT = spec(
    "cells",
    series(datum("公共服务覆盖率", 0.836, "%", "cover", text="83.6", qualifier="超", open_end="above")),
)
DIAL = spec("dial", series(datum("建设成为全省标杆", 15, "分钟", "circle")))
THRESHOLD = spec(
    "threshold", series(datum("产值", 300, "亿元", "output", open_end="above", qualifier="突破"))
)
BELOW = spec("threshold", series(datum("天数", 30, "天", "days", open_end="below")))
LEVEL = spec("level", series(datum("完成散煤清零", 900, "米", "height", qualifier="海拔")))
YEARS = ("2019年", "2020年", "2021年", "2022年", "2023年", "2024年")


def timeline(*values: float, label: str = "", first: int = 2010) -> Series:
    return series(*(datum(f"{first + i}年", value) for i, value in enumerate(values)), label=label)


LINE = spec("line", timeline(310.2, 322.5, 371, 402.8, 440.1, 479.5, first=2019))
LINES = spec(
    "line",
    timeline(12.1, 18, 22.4, 21, 30.5, 51.2, label="对照", first=2019),
    timeline(15.1, 20, 29.4, 33, 44.5, 52.2, label="主序列", first=2019),
)
GROWTH = spec(
    "line",
    timeline(1, 2, 1, 0, -1, -2, 1, 2, 3, 4, 5, -6.4, label="全省"),
    timeline(-3.2, -1.5, 0.4, 2.5, 1.2, -2.8, -0.5, 3.3, 5.2, 4.9, 6.1, -7.4, label="规模以上工业增加值增速"),
)

SIDE, HALF, CONTENT, FULL = 156.8, 258.0, 367.0, 493.0  # pt: side column, half, content columns, type area
SAMPLES: dict[str, tuple[ChartSpec, float]] = {
    "ranked bars": (POLICIES, HALF),
    "ranked bars in the side column": (POLICIES, SIDE),
    "ten bars": (TOWNS, HALF),
    "open bars": (OPEN_BARS, HALF),
    "two columns": (INCOME, SIDE),
    "twelve columns": (MONTHS, CONTENT),
    "twelve narrow columns": (MONTHS, HALF),
    "columns with long labels": (LONG_COLUMNS, HALF),
    "grouped columns": (GROUPED, HALF),
    "crowded groups": (CROWDED, FULL),
    "crowded groups in half the width": (CROWDED, HALF),
    "proportional bar": (shares("stacked"), CONTENT),
    "narrow proportional bar": (shares("stacked"), SIDE),
    "five parts": (five_parts("stacked"), CONTENT),
    "doughnut": (shares("doughnut"), CONTENT),
    "doughnut in the side column": (five_parts("doughnut"), SIDE),
    "waffle": (shares("waffle"), 292.0),
    "waffle with its list": (shares("waffle"), FULL),
    "status squares": (STATUS, CONTENT),
    "counted squares": (VILLAGES, CONTENT),
    "counted squares in the side column": (VILLAGES, SIDE),
    "ten cells": (CELLS, SIDE),
    "partly filled cells": (PERCENT, HALF),
    "ten rings": (RINGS, SIDE),
    "dial": (DIAL, SIDE),
    "threshold": (THRESHOLD, SIDE),
    "threshold from below": (BELOW, SIDE),
    "level": (LEVEL, HALF),
    "line": (LINE, HALF),
    "two lines": (LINES, HALF),
    "negative growth": (GROWTH, CONTENT),
}  # fmt: skip


def figure(sample: ChartSpec, width: float, height: float | None = None, **options: int):  # type: ignore[no-untyped-def]
    size = (width, height or natural_height(sample, width, LETTERS))
    return build(sample, size, style(**options))  # type: ignore[arg-type]


class Box(NamedTuple):
    left: float
    bottom: float
    right: float
    top: float
    what: str

    def overlaps(self, other: "Box", air: float = 0.05) -> bool:
        across = self.left < other.right - air and other.left < self.right - air
        return across and self.bottom < other.top - air and other.bottom < self.top - air


def texts(drawn):  # type: ignore[no-untyped-def]
    return [artist for artist in drawn.artists if hasattr(artist, "get_text")]


def word_boxes(drawn) -> Iterator[Box]:  # type: ignore[no-untyped-def]
    """The ink of every text, in points from the figure's bottom left."""
    for artist in texts(drawn):
        face, size, words = artist.get_family()[0], artist.get_size(), artist.get_text()
        x, y = artist.get_transform().transform(artist.get_position())
        bounds = [FONTS.resolve(face, c).bounds(FONTS.resolve(face, c).glyph(c)) for c in words]
        low, high = min(b[1] for b in bounds) * size, max(b[3] for b in bounds) * size
        width = measure(face, size, words)
        name = f"{artist.get_gid()} {words}"
        if artist.get_rotation() == 90:
            yield Box(x - high, y, x - low, y + width, name)
        else:
            yield Box(x, y + low, x + width, y + high, name)


def mark_boxes(drawn, *kinds: str) -> Iterator[Box]:  # type: ignore[no-untyped-def]
    """Extents of the marks whose gid starts with one of the kinds."""
    for artist in drawn.artists:
        if (artist.get_gid() or "").split(":")[0] in kinds:
            extents = artist.get_path().get_extents(artist.get_transform())
            if artist.get_clip_path() is not None:
                path, place = artist.get_clip_path().get_transformed_path_and_affine()
                extents = Bbox.intersection(extents, path.get_extents(place))
            yield Box(*extents.extents, artist.get_gid())


def marks(drawn, gid: str):  # type: ignore[no-untyped-def]
    return [artist for artist in drawn.artists if artist.get_gid() == gid]


def shown(drawn, part: str) -> dict[str, str]:  # type: ignore[no-untyped-def]
    """Texts by the key in their gid, for one part (value, label …); lines of a label joined."""
    found: dict[str, str] = {}
    for artist in texts(drawn):
        kind, _, key = artist.get_gid().partition(":")
        if kind == part:
            found[key] = found.get(key, "") + artist.get_text()
    return found
