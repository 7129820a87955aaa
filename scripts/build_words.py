"""Build ``reportgen/typeset/words.txt``, the everyday words that headings are not broken inside.

Run it again for another selection::

    python scripts/build_words.py --dictionary DIR/jieba/dict.txt

``--dictionary`` is the word list of jieba (PyPI, MIT licence): a word, how often it occurs, its kind, line by line.
Kept are words of Han characters that occur often enough, with what they cost in half nats of probability: a line for
each first character, then words by what follows it and two digits of cost, the shortest of those alike first.
"""

from __future__ import annotations

import argparse
import math
import re
from collections import defaultdict
from pathlib import Path

OUT = Path(__file__).parents[1] / "reportgen" / "typeset" / "words.txt"
LEAST = {1: 1, 2: 60, 3: 30, 4: 20}  # occurrences of a word of so many characters
LONGEST = 6
HAN = re.compile("[\u4e00-\u9fff]+")
PLACE, LEAST_PLACE = "ns", 5  # names of places, which a heading is likely to hold
STEPS = 2  # of cost to a nat
# Words of today's press texts that the list is too old for, or has too seldom.
RECENT = (
    "十四五 十五五 新质 生产力 提质 增效 短板 久久为功 全域 全链条 高标准 高水平 高品质 获得感 幸福感 安全感 满意度 "
    "示范区 示范村 先行区 试验区 样板 样板间 领跑 跃升 赋能 聚力 助企 惠企 纾困 减负 便民 利民 惠民 为民 富民 强村 "
    "产教 产业链 供应链 创新链 专精特新 小巨人 数字化 智能化 绿色化 低碳 双碳 减排 降碳 扩绿 治污 散煤 清零 水质 断面 "
    "城中村 老旧小区 电梯 加装 充电桩 停车位 生活圈 口袋公园 路网 断头路 高铁 城际 物流园 产业园 孵化器 "
    "乡村振兴 共同富裕 和美乡村 宜居 宜业 宜游 农文旅 文旅 研学 非遗 夜经济 首店 直播 电商 预制菜 地标 "
    "放管服 一网通办 最多跑一次 接诉即办 网格化 网格员 党建 引领 基层 治理 平安 法治 信访 矛盾纠纷 化解 "
    "医联体 医共体 三甲 家庭医生 托育 托位 养老 敬老院 双减 学位 教联体 稳就业 保供 稳价 兜底 低保 医保 社保 "
    "三农 粮食 高产 种业 旱涝保收 撂荒 耕地 红线 河长 林长 田长 三北 生态修复 蓝天 碧水 净土 "
    "招商 引资 签约 落地 投产 达产 开工 竣工 扩产 上规 升规 规上 限上 新增 净增 同比 环比 增速 增幅 占比"
)
RECENT_COST = 20
HEAD = """# Everyday Chinese words by what they cost in half nats of probability; see scripts/build_words.py.
# From the dictionary of jieba, https://github.com/fxsjy/jieba, MIT licence, Copyright (c) 2013 Sun Junyi.
"""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--dictionary", type=Path, required=True)
    lines = parser.parse_args().dictionary.read_text(encoding="utf-8").splitlines()
    entries = [(word, int(count), kind) for word, count, kind in (line.split(" ") for line in lines)]
    total = sum(count for _, count, _ in entries)
    costs: dict[str, int] = dict.fromkeys(RECENT.split(" "), RECENT_COST)
    for word, count, kind in entries:
        least = LEAST_PLACE if kind == PLACE else LEAST.get(len(word), LEAST[4])
        if HAN.fullmatch(word) and len(word) <= LONGEST and count >= least:
            costs[word] = round(-math.log(count / total) * STEPS)
    lines_of: defaultdict[str, list[str]] = defaultdict(list)
    for word, cost in sorted(costs.items()):
        lines_of[word[0]].append(f"{word[1:]}{cost:02}")
    rows = [f"{first} {' '.join(words)}\n" for first, words in lines_of.items()]
    OUT.write_text(HEAD + "".join(rows), encoding="utf-8", newline="\n")
    print(f"{OUT.name}: {len(costs):,} words, {OUT.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
