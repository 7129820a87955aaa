"""What a figure is called and what its number is shown with, wherever it stands alone."""

from __future__ import annotations

import pytest
from small_reports import Teller

from reportgen.story.figure_words import before_numeral, label_of, measured, value_words

DIRECTIONS = (
    # the word that says which way it goes stands before the number, in the mark or outside it
    ("成交量同比下降[5.6%]{#a label=成交量}。", "下降5.6%"),
    ("成交量[同比下降5.6%]{#a label=成交量}。", "同比下降5.6%"),
    ("成交量减少了[2.1万套]{#a label=成交量}。", "减少2.1万套"),
    ("库存降幅收窄[5.3个百分点]{#a label=库存降幅}。", "收窄5.3个百分点"),
    ("夜间气温降至零下[9℃]{#a label=夜间气温}。", "零下9℃"),
    ("收入增速为负[3.2%]{#a label=收入增速}。", "负3.2%"),
    ("收入增速高于全省[0.7个百分点]{#a label=收入增速}。", "高于全省0.7个百分点"),
    ("上半年亏损[2.6亿元]{#a label=上半年}。", "亏损2.6亿元"),
    ("客流增长[约8%]{#a label=客流}。", "增长约8%"),
    # what was reached is a level, and a level needs no word
    ("平均时长降至[15分钟]{#a label=平均时长}。", "15分钟"),
    ("客流[12万人次]{#a label=客流}。", "12万人次"),
    # where the label says it, it is not said twice
    ("成交量同比下降[5.6%]{#a label=成交量同比下降}。", "5.6%"),
    ("成交量同比下降[5.6%]{#a label=成交量降幅}。", "5.6%"),
    ("成交量同比增长[5.6%]{#a label=成交量增速}。", "5.6%"),
    ("增加值同比增加[3亿元]{#a label=工业增加值}。", "增加3亿元"),
)


@pytest.mark.parametrize(("text", "expected"), DIRECTIONS)
def test_a_number_alone_says_which_way_it_goes(text: str, expected: str, tell: Teller) -> None:
    (figure,) = tell(text).figures
    assert value_words(figure) == expected
    assert expected.startswith(before_numeral(figure))


LABELS = (
    ("级[3000万元]{#a label=区级 series=抢修资金}。", "抢修资金　区级"),
    ("执业医师[3.6人]{#a label=执业（助理）医师 series=每千人口}。", "每千人口　执业（助理）医师"),
    ("资金[3000万元]{#a label=抢修资金区级 series=抢修资金}。", "抢修资金区级"),
    ("人口[30万人]{#a label=人口 asof=2024}。", "人口（截至2024年）"),
    ("人口[30万人]{#a label=人口 asof=2025-06-30}。", "人口（截至2025年6月30日）"),
    ("客流[30万人次]{#a label=客流 period=2025上半年}。", "客流（2025年上半年）"),
    ("客流[30万人次]{#a label=客流 period=1—5月}。", "客流（1—5月）"),
    ("转移[30人]{#a label=转移群众 asof=8月16日9时 series=全县}。", "全县　转移群众（截至8月16日9时）"),
)


@pytest.mark.parametrize(("text", "expected"), LABELS)
def test_a_label_alone_says_what_is_measured_and_when(text: str, expected: str, tell: Teller) -> None:
    (figure,) = tell(text).figures
    assert label_of(figure) == expected
    assert measured(figure, unit="") == expected
