"""Figures of loss and harm: they stay in the text, and no ornament, hero or key number is made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportgen.model.report import Figure

SOBER_WORDS = (
    "死亡", "死者", "遇难", "罹难", "身亡", "溺亡", "死伤", "伤亡", "丧生", "牺牲", "殉职", "失联", "失踪", "下落不明",
    "受伤", "重伤", "轻伤", "伤员", "伤者", "伤病员", "受灾", "灾情", "灾害", "倒塌", "垮塌", "坍塌", "损毁", "毁坏", "损坏", "冲毁",
    "绝收", "经济损失", "直接损失", "病例", "确诊", "病死", "感染者", "疫情", "重症", "阳性", "患病", "事故", "火灾",
    "中毒", "溺水", "爆炸", "亏损", "破产", "倒闭", "违约", "坏账", "不良贷款", "不合格", "不达标", "刑事案件", "命案", "发案", "诈骗",
    "通信中断", "道路中断", "停电", "断电", "断水",
)  # fmt: skip
_BETWEEN = "(?:人数|人员|总数|起数|数量|面积|金额|户数|率)?(?:达到|达|约|超过|超|为|是|共|了|：)?"


def is_sober(figure: Figure, more: Iterable[str] = ()) -> bool:
    """Whether it counts casualties, damage or failure: by its own words, its label, or the words at its side.

    ``more``: words of the author's that are sober too.
    """
    words = "|".join(map(re.escape, (*SOBER_WORDS, *filter(None, more))))
    before, _, after = figure.clause.partition(figure.text)
    own = "\n".join((figure.text, figure.label, figure.series, figure.quantity.word))
    return bool(
        re.search(words, own) or re.search(f"(?:{words}){_BETWEEN}$", before) or re.match(words, after)
    )
