"""Reports of very different shape, planned once each."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.content import load_report
from reportgen.fonts import Fonts
from reportgen.layout.slides.plan import plan_deck
from reportgen.model.report import Report
from reportgen.model.slide import Deck
from reportgen.themes import load_theme

ARTICLE = Path(__file__).parents[2] / "content" / "yuci"
CONTENTS = Path(__file__).parents[1] / "contents"

PLAIN = """---
title: 没有数字的报告 也能做成幻灯片
series: 某系列主题新闻发布会
organisation: 某局
---

我们始终坚持以人民为中心，用心用情做好每一件小事。

# 用心服务

窗口服务更加贴心，办事流程更加顺畅。群众少跑腿，数据多跑路。

## 窗口更贴心

设立绿色通道，老人优先办理。志愿者全程陪同，耐心解答每一个问题，让办事群众感受到家人般的温暖，也让窗口单位的作风为之一新。

::: speaker
这一段可以举一个窗口的例子。
:::

::: internal
媒体如问到投诉，只谈已经公开的情况。
:::

## 流程更顺畅

简化材料，压缩环节。能在网上办的绝不让群众跑，能一次办的绝不让群众跑第二趟。

# 用情关怀

走进社区，走进家庭。
"""

TABLES = """---
title: 数据里的变化
series: 某系列新闻发布会
organisation: 某局
theme: fenchuan
---

龘䶮堃嫑各地人口稳中有增，全区常住人口[85.3万人]{#pop .hero label="常住人口"}。

# 人口与就业

就业形势稳定，[七成]{#jobshare label="就业人口占比"}以上劳动力在本地就业。

## 常住人口稳步增长

[五年间人口持续增长]{.key}，常住人口与户籍人口同步增加，城镇化率达到[63.5%]{#urban label="城镇化率"}。

::: chart {kind=line table=人口.csv title="常住人口与户籍人口"}
:::

::: table {data=人口.csv}
:::

## 分年人口逐年上升

招聘[320场]{#a label="招聘会"}，培训[46期]{#b label="培训班"}，见习[18个]{#c label="见习基地"}，帮扶[5个]{#d label="帮扶站点"}。

::: chart {kind=grouped table=人口.csv title="分年人口"}
:::
"""

CSV = """# 标题: 人口
# 单位: 万人
# 来源: 统计公报
年份,常住人口,户籍人口
2020年,82.1,70.5
2021年,83.4,70.9
2022年,84.0,71.2
2023年,84.9,71.6
2024年,85.3,72.0
"""


LONG = (
    "这是一个特别长的要点它没有任何标点符号一直写到很长很长的地方为了检验幻灯片上的换行和分页是不是都还好用"
)


def crowded() -> str:
    """More of everything than a slide holds: titles, points, items, verbs, columns."""
    items = "、".join(f"[第{c}类服务事项]{{.item in=服务}}" for c in "一二三四五六七八九十甲乙丙丁")
    groups = "、".join(f"[{c}号{g}项目]{{.item in={g}}}" for g in ("文化", "体育") for c in "甲乙丙丁戊己庚")
    rows = "，".join(
        f"[[推进]{{.verb}}{c}方面的重点工作任务和具体举措落到实处]{{.row}}" for c in "甲乙丙丁戊己庚辛"
    )
    return f"""---
title: 压力
organisation: 某局
---

开头。

# 第一部分

引言文字。

## {"很长的小标题" * 12}

[{LONG}]{{.key}}，[{LONG[:30]}]{{.key}}，{items}。

::: panels {{heads="服务"}}
:::

## 文体

{groups}，{rows}。

::: panels {{heads="文化 体育"}}
:::

## 历年数据

历年数据如下。

::: table {{data=宽表.csv}}
:::

# 第二部分没有小节

只有引言，[{LONG[:40]}]{{.key}}。
"""


def wide_table() -> str:
    years = ",".join(f"{year}年" for year in range(2015, 2026))
    rows = [
        f"{c}项指标," + ",".join(f"{i}{k}.5" for k in range(11)) for i, c in enumerate("甲乙丙丁戊己庚辛")
    ]
    return "\n".join(("# 标题: 历年数据", "# 单位: 亿元", "# 来源: 年鉴", f"项目,{years}", *rows)) + "\n"


OTHERS = ("tiny", "long", "nofigures", "rare", "extremes", "loose")


class Case:
    """A report with its deck."""

    def __init__(self, folder: Path, fonts: Fonts) -> None:
        self.report: Report = load_report(folder)
        self.theme = load_theme(self.report.theme or "danqing")
        self.fonts = fonts
        self.deck: Deck = plan_deck(self.report, self.theme, fonts)


@pytest.fixture(scope="session")
def fonts() -> Fonts:
    return Fonts.load()


@pytest.fixture(scope="session")
def article(fonts: Fonts) -> Case:
    return Case(ARTICLE, fonts)


@pytest.fixture(scope="session")
def others(tmp_path_factory: pytest.TempPathFactory, fonts: Fonts) -> dict[str, Case]:
    cases = {name: Case(CONTENTS / name, fonts) for name in OTHERS}
    for name, text in (("plain", PLAIN), ("tables", TABLES), ("crowded", crowded())):
        folder = tmp_path_factory.mktemp(name) / name
        (folder / "data").mkdir(parents=True)
        (folder / "report.md").write_text(text, encoding="utf-8")
        (folder / "data" / "人口.csv").write_text(CSV, encoding="utf-8")
        (folder / "data" / "宽表.csv").write_text(wide_table(), encoding="utf-8")
        cases[name] = Case(folder, fonts)
    return cases


@pytest.fixture(scope="session")
def cases(article: Case, others: dict[str, Case]) -> dict[str, Case]:
    return {"article": article, **others}
