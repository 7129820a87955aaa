"""Stretches of prose whose numbers are no data: dates, times, documents, telephone numbers, roads, names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from reportgen.content.not_quantities import CLOCK, PHONE, YEAR

NoDataKind = Literal["date", "name"]

TO = "[—–−~～至到-]{1,2}"
DATES = re.compile(
    rf"{YEAR}年?(?:{TO}|[、和与及/]){YEAR}(?:年|学年|赛季|财年)?|{YEAR}(?:年|[届级](?!别))(?!均|产)"
    rf"|{YEAR}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{2}}年代|\d{{1,2}}世纪"
    rf"|\d{{1,2}}(?:月?{TO}|、)\d{{1,2}}月|\d{{1,2}}月(?!均|产|度|龄)(?:\d{{1,2}}日)?"
    rf"|\d{{1,2}}(?:日?{TO}|、)\d{{1,2}}日(?!均|产|龄)|(?<![\d.])\d{{1,2}}日(?!均|产|龄|元)"
    rf"|{CLOCK}(?:{TO}{CLOCK})?|\d{{1,2}}时(?:\d{{1,2}}分)?(?:{TO}\d{{1,2}}时(?:\d{{1,2}}分)?)?|\d{{1,2}}点(?:\d{{1,2}}分|半|整|钟)"
    r"|(?<![\d.])\d{1,2}[·•]\d{1,2}(?!\d)"
)
PEOPLE = (
    "老人|老年|人口|儿童|少年|青年|居民|女性|男性|妇女|学生|公民|群众|人群|人员|职工|高龄|长者|婴幼儿|适龄|患者|及|"
    "以上|以下|（|参保|户籍|常住|独居|失能|农村|城镇|困难|低保|退休|未成年|成人"
)
INDICATORS = "GDP|CPI|PPI|PMI|AQI|FDI|GMV"  # what stands behind them is their value
HOTLINE = "热线|专线|电话|平台|服务台|急救|报警|指挥中心|接警|客服|短号"
NAMES = re.compile(
    rf"[〔［\[【（(]{YEAR}[〕］\]】）)]\s?第?\d+(?:号|期)|第\s?\d+(?=[^\d.])|\d+号"
    rf"|(?<![A-Za-z])(?!(?:{INDICATORS})[ \u00a0]?\d)[A-Z]{{1,6}}(?:/[A-Z]{{1,6}})*[ \u00a0-]?\d+(?:\.\d+)*(?:[—–-]\d{{2,4}})?(?![\d.]*%)"
    rf"|(?<!\d)(?:{PHONE})(?!\d)"
    rf"|(?:{HOTLINE}|拨打)[^\d，。；]{{0,4}}\d{{3,6}}(?![\d.%万亿]|[-—]\d)(?:(?:[、和或]|转)\d{{3,6}}(?!\d))*|(?<![\d.])(?:1\d{{2}}|1\d{{4}}|9[56]\d{{3,4}})(?=[^\d，。；、万亿]{{0,6}}(?:{HOTLINE}))"
    r"|(?:国道|省道|县道|乡道|高速|公路|环城路)\s?[A-Z]?\d+|\d+(?:国道|省道|县道|乡道|高速|线(?!上|下|路|索))"
    r"|(?:路|街|巷|弄|胡同|大道|小区|社区|院|楼|幢|栋|座|单元)\d+(?=[号室层楼幢栋座单弄院])|\d+(?:单元|室(?!内|外)|号楼)"
    rf"|\d{{1,3}}(?:周岁|岁)?{TO}\d{{1,3}}(?:周岁|岁)(?:{PEOPLE})|\d{{1,3}}(?:周岁|岁)(?:{PEOPLE})"
    r"|[A-Z\d]+(?:[+＋][A-Z\dNnXx]+)+|\d+(?:\.\d)?[GKD](?![A-Za-z\d])|\d\.0版|工业\d\.0"
    r"|(?:附件|附表|附图|表|图|注|条款|专栏)\d+(?!\d)|\d[A]级?(?:景区)?|\d+(?=路公交|路车|次列车|届)"
    r"|(?:985|211)(?=高校|大学|工程)|邮编[:：]?\d{6}|(?:https?://|www\.)[^\s，。；）]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|7[×xX]24小时|24小时(?=[）)]|热线|值班|值守|在线|开放|营业|不打烊|不间断|自助|服务|接听|监测|全天)"
    r"|^[（(]?\d{1,2}[）)、．.](?!\d)|(?<=[。；：])[（(]\d{1,2}[）)]"
)
QUOTED = re.compile("“[^“”]*”|《[^《》]*》|「[^「」]*」")


def no_data(text: str, names: Sequence[str]) -> Iterator[tuple[int, int, NoDataKind]]:
    """Start, end and kind of every such stretch: those of the head's names and of quotation marks as well."""
    for name in names:
        yield from ((match.start(), match.end(), "name") for match in re.finditer(re.escape(name), text))
    yield from ((match.start(), match.end(), "name") for match in QUOTED.finditer(text))
    yield from ((match.start(), match.end(), "name") for match in NAMES.finditer(text))
    yield from ((match.start(), match.end(), "date") for match in DATES.finditer(text))
