"""A small text with rises, falls, a chart and a table, and every file it is built into."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from reportgen import build
from reportgen.content import load_report
from reportgen.model.report import Report
from reportgen.products import PRODUCTS
from reportgen.verify.evidence import Discrepancy, Verified
from reportgen.verify.read_back import verify_files

TEXT = """---
title: 某县上半年经济运行情况
series: 某县新闻发布会
organisation: 某县统计局
date: 2025年7月24日
asof: 2025-06-30
contact:
  电话: 0359-5500123
---

上半年，全县生产总值完成[128.6亿元]{#gdp .hero label=生产总值 period=2025上半年}，[经济运行总体平稳]{.key}。

# 农业与工业

粮食总产达[36.4万吨]{#grain label=粮食总产}，规模以上工业企业[212家]{#firms label=规模以上工业企业}。

## 工业结构 持续优化

煤炭开采业增加值[下降5.6%]{#coal label=煤炭开采业增加值}，化工投资[增长7.3%]{#chemistry label=化工投资}，新建厂房[25514平方米]{#floor label=新建厂房}，[八成以上]{#renewed label=设备更新企业}企业完成设备更新。

::: stats {figures="coal chemistry floor"}
:::

## 市场销售 逐步回暖

汽车销售[1830辆]{#cars label=汽车销售}，家电销售[2460台]{#appliances label=家电销售}；城镇新建商铺[84个]{#town label=城镇新建商铺}，农村新建商铺[37个]{#village label=农村新建商铺}。

::: chart {kind=columns figures="town village" title="新建商铺"}
:::

::: table {data=output.csv title="主要产品产量"}
:::

::: speaker
请强调商铺建设进度，下半年再建12个。
:::
"""
TABLE = "# 标题: 主要产品产量\n# 单位: 万吨\n产品,2023,2024\n原煤,41.2,38.9\n焦炭,17.5,18.3\n"
NAME = "xian"


@lru_cache
def built() -> tuple[Report, dict[str, bytes]]:
    """The report and its files by name: products and imposed sheets."""
    with TemporaryDirectory() as place:
        folder = Path(place) / NAME
        (folder / "data").mkdir(parents=True)
        (folder / "report.md").write_text(TEXT, encoding="utf-8")
        (folder / "data" / "output.csv").write_text(TABLE, encoding="utf-8")
        files = build(folder, PRODUCTS, Path(place) / "out", preflight=False)
        return load_report(folder), {file.path.name: file.path.read_bytes() for file in files}


def file(end: str) -> bytes:
    return built()[1][f"{NAME}{end}"]


def findings(end: str, data: bytes) -> tuple[Discrepancy, ...]:
    """What is found in one file in the place of the good one."""
    return verified(end, data).findings


def verified(end: str, data: bytes) -> Verified:
    return verify_files(built()[0], {f"{NAME}{end}": data})
