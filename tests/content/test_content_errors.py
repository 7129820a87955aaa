"""Every slip of an author is answered with its line and column, what is wrong in words, and a hint."""

from pathlib import Path

import pytest

from reportgen.content import load_report
from reportgen.errors import Problem, ReportgenError

HEAD = "---\ntitle: 标题\n---\n\n"
FILES = {
    "text.png": "no picture",
    "data/good.csv": "年份,产值\n2021,1\n2022,2\n2023,3\n",
    "data/words.csv": "年份,产值\n2021,1\n2022,不详\n2023,3\n2024,5\n",
    "data/nan.csv": "年份,产值\n2021,1\n2022,nan\n2023,3\n",
    "data/one.csv": "年份\n2021\n2022\n",
    "data/ragged.csv": "年份,产值\n2021,1\n2022,2,3\n",
    "data/head.csv": "# 单位: 个\n年份,产值\n",
    "data/twice.csv": "# 单位: 个\n年份,年份\n2021,1\n",
}

# what it is, the text below the head (from line 5), place and words of each problem
TEXTS = (
    ("an unreadable quantity", "产值[很多]{#a}。", (("report.md:5:3", "读不出数量“很多”"),)),
    ("a duplicate id", "产值[3亿元]{#a}，税收[4亿元]{#a}。", (("report.md:5:21", "编号“a”已在第 5 行"),)),
    ("an empty mark", "产值[]{#a}增长。", (("report.md:5:3", "标注里没有文字"),)),
    ("a mark that says nothing", "产值[增长]{}。", (("report.md:5:3", "这个标注没有写编号或类别"),)),
    ("an unknown class", "产值[增长]{.kye}。", (("report.md:5:8", "未知的类“kye”"),)),
    ("an unknown attribute", '产值[3亿元]{#a lable="产值"}。', (("report.md:5:12", "未知的属性“lable”"),)),
    (
        "an attribute given twice",
        "产值[3亿元]{#a label=甲 label=乙}。",
        (("report.md:5:20", "“label”写了两次"),),
    ),
    ("two ids", "产值[3亿元]{#a #b}。", (("report.md:5:12", "“#”写了两次"),)),
    ("an unreadable mark", "产值[3亿元]{#a label=}。", (("report.md:5:7", "这里的标注写法不对"),)),
    ("a space before the brace", "产值[3亿元] {#a}。", (("report.md:5:9", "花括号前面没有方括号"),)),
    ("no opening bracket", "产值3亿元]{#a}。", (("report.md:5:6", "这里的标注写法不对"),)),
    ("no closing bracket", "产值[3亿元{#a}。", (("report.md:5:7", "花括号前面没有方括号"),)),
    ("too many part names", '结构[1:2]{#a parts="甲 乙 丙"}。', (("report.md:5:12", "有 2 个数，却写了 3"),)),
    (
        "a status that is not in the text",
        "完成[3个]{#a status=交付}项目。",
        (("report.md:5:11", "“交付”不是这句话里的字"),),
    ),
    (
        "an honour's level that is not in the text",
        "获评[示范县]{.honour level=国家级}。",
        (("report.md:5:17", "“国家级”不是这句话里的"),),
    ),
    (
        "an honour's holder that is not in the text",
        "获评[示范县]{.honour holder=某镇}。",
        (("report.md:5:17", "“某镇”不是这句话里的字"),),
    ),
    ("a row without a verb", "[打通断头路]{.row}。", (("report.md:5:1", "清单行里要用 .verb"),)),
    ("an item without a group", "[公园]{.item}开放。", (("report.md:5:1", "条目没有写属于哪一组"),)),
    (
        "an item's group that is not in the text",
        "[公园]{.item in=游}开放。",
        (("report.md:5:12", "“游”不是原文里的字句"),),
    ),
    (
        "a plate's note that is not in the text",
        "[好吃]{.plate note=品牌}远扬。",
        (("report.md:5:13", "“品牌”不是原文里的字句"),),
    ),
    (
        "a heading of the third level",
        "甲。\n\n# 一\n\n乙。\n\n### 三\n\n丙。",
        (("report.md:11:1", "标题只用一级（#）和二级"),),
    ),
    (
        "a second level heading without a first",
        "甲。\n\n## 二\n\n丙。",
        (("report.md:7:4", "二级标题前面没有一级标题"),),
    ),
    ("an empty heading", "甲。\n\n# \n\n乙。", (("report.md:7:1", "标题是空的"),)),
    (
        "a subsection without text",
        "甲。\n\n# 一\n\n## 二\n\n## 三\n\n丙。",
        (("report.md:9:4", "标题下面没有正文"),),
    ),
    ("a mark in a heading", "甲。\n\n# 部分[3亿元]{#a}\n\n丙。", (("report.md:7:5", "标题里不能有标注"),)),
    ("a bullet list", "甲。\n\n- 乙\n- 丙", (("report.md:7:1", "正文里不能用列表"),)),
    ("a numbered list", "甲。\n\n1. 乙\n2. 丙", (("report.md:7:1", "正文里不能用列表"),)),
    ("a code fence", "甲。\n\n```\n乙\n```", (("report.md:7:1", "正文里不能用代码块"),)),
    ("a block quote", "甲。\n\n> 乙", (("report.md:7:1", "正文里不能用引用块"),)),
    ("a thematic break", "甲。\n\n***\n\n乙。", (("report.md:7:1", "正文里不能用分隔线"),)),
    ("emphasis", "甲*乙*丙。", (("report.md:5:2", "正文里不能用单个 * 或"),)),
    ("no text at all", "# 一", (("report.md:1:1", "报告没有正文"),)),
    ("an unknown container", "甲。\n\n::: chrat {kind=bars}\n:::", (("report.md:7:1", "未知的容器“chrat”"),)),
    (
        "an unclosed container",
        "甲[3个]{#a}。\n\n::: stats {figures=a}",
        (("report.md:7:1", "“::: stats”没"),),
    ),
    (
        "an unclosed container before another",
        "甲[3个]{#a}乙[4个]{#b}。\n\n::: stats {figures=a}\n\n::: stats {figures=b}\n:::",
        (("report.md:9:1", "容器里不能再有容器"),),
    ),
    (
        "text in a container that refers",
        "甲[3个]{#a}。\n\n::: stats {figures=a}\n乙。\n:::",
        (("report.md:8:1", "“::: stats”里"),),
    ),
    ("an empty speaker note", "甲。\n\n::: speaker\n:::", (("report.md:7:1", "“::: speaker"),)),
    ("a heading in a speaker note", "甲。\n\n::: speaker\n# 乙\n:::", (("report.md:8:3", "“::: speaker"),)),
    (
        "a figure in a speaker note",
        "甲。\n\n::: speaker\n乙[3个]{#a}。\n:::",
        (("report.md:8:2", "提示和口径里不能标注"),),
    ),
    (
        "unreadable container attributes",
        "甲。\n\n::: chart {kind=bars figures=a b}\n:::",
        (
            ("report.md:7:1", "“::: chart”缺"),
            ("report.md:7:11", "花括号里的属性写法不对"),
        ),
    ),
    (
        "a container's unknown attribute",
        "甲[3个]{#a}。\n\n::: stats {figures=a titel=甲}\n:::",
        (("report.md:7:22", "未知的属性“titel”"),),
    ),
    (
        "a container's attribute given twice",
        "甲[3个]{#a}。\n\n::: stats {figures=a figures=a}\n:::",
        (("report.md:7:22", "“figures”写了两"),),
    ),
    (
        "a container's class",
        "甲[3个]{#a}。\n\n::: stats {figures=a .big}\n:::",
        (("report.md:7:22", "未知的类“big”"),),
    ),
    (
        "a chart without a kind",
        "甲[3个]{#a}。\n\n::: chart {figure=a}\n:::",
        (("report.md:7:1", "“::: chart”缺"),),
    ),
    (
        "an unknown chart kind",
        "甲[3个]{#a}。\n\n::: chart {kind=bar figure=a}\n:::",
        (("report.md:7:12", "未知的图表类型“bar”"),),
    ),
    (
        "a chart of nothing",
        "甲[3个]{#a}。\n\n::: chart {kind=bars}\n:::",
        (("report.md:7:1", "“::: chart”缺"),),
    ),
    (
        "an undefined figure",
        "甲[3个]{#plans}。\n\n::: stats {figures=plan}\n:::",
        (("report.md:7:12", "未知的数据编号“plan"),),
    ),
    (
        "a chart's title that is not in the text",
        '甲[3个]{#a}乙[4个]{#b}。\n\n::: chart {kind=bars figures="a b" title=丙}\n:::',
        (("report.md:7:36", "“丙”不是原文里的字句"),),
    ),
    (
        "an unknown highlight",
        '甲[3个]{#a}乙[4个]{#b}。\n\n::: chart {kind=bars figures="a b" highlight=c}\n:::',
        (("report.md:7:36", "未知的数据“c”"),),
    ),
    (
        "parts that do not sum to a hundred",
        '甲[20:30:40]{#a parts="一 二 三"}。\n\n::: chart {kind=stacked figure=a}\n:::',
        (("report.md:7:1", "各部分合计 90，不是 "),),
    ),
    (
        "a whole of one part",
        "甲[100%]{#a}。\n\n::: chart {kind=doughnut figure=a}\n:::",
        (("report.md:7:1", "占比图至少要两部分"),),
    ),
    (
        "a whole of too many parts",
        "甲[10:20:10:20:20:20]{#a}。\n\n::: chart {kind=waffle figure=a}\n:::",
        (("report.md:7:1", "占比图至多 5 部分"),),
    ),
    (
        "unlike units on one axis",
        '甲[3个]{#a}乙[4户]{#b}。\n\n::: chart {kind=bars figures="a b"}\n:::',
        (("report.md:7:1", "一条轴上有不同单位：个、"),),
    ),
    (
        "one lone value",
        "甲[3个]{#a}。\n\n::: chart {kind=columns figure=a}\n:::",
        (("report.md:7:1", "单独一个数不宜画成图"),),
    ),
    (
        "a line of two points",
        '甲[3个]{#a}乙[4个]{#b}。\n\n::: chart {kind=line figures="a b"}\n:::',
        (("report.md:7:1", "折线至少要三个时点"),),
    ),
    (
        "a ratio of zeros",
        '结构为[0:0]{#r parts="甲 乙" unit=% label=结构}。',
        (("report.md:5:4", "“0:0”的各部分都是零，不成比例"),),
    ),
    (
        "a change beside a level",
        '甲增长[3%]{#a}，乙[4%]{#b}。\n\n::: chart {kind=bars figures="a b" title=甲}\n:::',
        (("report.md:7:1", "一条轴上有不能相比的数（"),),
    ),
    (
        "a fall as a part of a whole",
        '甲下降[30%]{#a label=甲}，乙下降[70%]{#b label=乙}。\n\n::: chart {kind=doughnut figures="a b" title=下降}\n:::',
        (("report.md:7:1", "“doughnut”画不出增减和差距：甲、乙"),),
    ),
    (
        "unit squares of a fraction",
        "甲[3.5个]{#a}。\n\n::: chart {kind=units figure=a}\n:::",
        (("report.md:7:1", "方格图只能表示整数"),),
    ),
    (
        "too many unit squares",
        "甲[300个]{#a}。\n\n::: chart {kind=units figure=a}\n:::",
        (("report.md:7:1", "方格总数超过 60"),),
    ),
    (
        "cells of more than a whole",
        "甲[120%]{#a}。\n\n::: chart {kind=cells figure=a}\n:::",
        (("report.md:7:1", "格和环只画 0 到 1 "),),
    ),
    (
        "a dial of more than an hour",
        "甲[75分钟]{#a}。\n\n::: chart {kind=dial figure=a}\n:::",
        (("report.md:7:1", "表盘只画 60 分钟以内"),),
    ),
    (
        "a threshold that is none",
        "甲[3亿元]{#a}。\n\n::: chart {kind=threshold figure=a}\n:::",
        (("report.md:7:1", "没有“突破、超、以上”，"),),
    ),
    (
        "two values in a single-value chart",
        '甲[三成]{#a}乙[四成]{#b}。\n\n::: chart {kind=rings figures="a b"}\n:::',
        (("report.md:7:1", "“rings”只画一个数"),),
    ),
    (
        "a missing data file",
        "甲。\n\n::: table {data=没有.csv}\n:::",
        (("report.md:7:12", "找不到文件“data/没"),),
    ),
    (
        "a data file outside the folder",
        "甲。\n\n::: table {data=../../etc/passwd}\n:::",
        (("report.md:7:12", "“../../etc/p"),),
    ),
    (
        "an absolute data file",
        "甲。\n\n::: table {data=/etc/passwd}\n:::",
        (("report.md:7:12", "“/etc/passwd"),),
    ),
    (
        "a data file with an endless name",
        "甲。\n\n::: table {data=" + "长" * 300 + "}\n:::",
        (("report.md:7:12", "找不到文件“data/长"),),
    ),
    ("a table without data", "甲。\n\n::: table\n:::", (("report.md:7:1", "“::: table”缺"),)),
    (
        "an unknown column",
        "甲。\n\n::: chart {kind=line table=good.csv y=税收}\n:::",
        (("report.md:7:37", "未知的列“税收”"),),
    ),
    (
        "an unknown label column",
        "甲。\n\n::: chart {kind=line table=good.csv x=月份}\n:::",
        (("report.md:7:37", "未知的列“月份”"),),
    ),
    (
        "a cell that is no number",
        "甲。\n\n::: chart {kind=line table=words.csv}\n:::",
        (("data/words.csv:3:6", "“产值”列里“不详”不是"),),
    ),
    (
        "a cell that is not finite",
        "甲。\n\n::: chart {kind=columns table=nan.csv}\n:::",
        (("data/nan.csv:3:6", "“产值”列里“nan”不"),),
    ),
    (
        "a table of one column",
        "甲。\n\n::: chart {kind=bars table=one.csv}\n:::",
        (("report.md:7:22", "“one.csv”只有一"),),
    ),
    ("an empty ledger", "甲。\n\n::: ledger\n:::", (("report.md:7:1", "“::: ledger”"),)),
    (
        "a ledger's unknown row",
        "[[打通]{.verb}路]{.row #road}。\n\n::: ledger {of=raod}\n:::",
        (("report.md:7:13", "未知的清单行“raod”"),),
    ),
    ("empty panels", "甲。\n\n::: panels {heads=甲}\n:::", (("report.md:7:1", "“::: panels”"),)),
    (
        "panels' heads that are not in the text",
        '甲有[乙]{.item in=甲}。\n\n::: panels {heads="甲 丁"}\n:::',
        (("report.md:7:13", "“丁”不是原文里的字句"),),
    ),
    ("empty plates", "甲。\n\n::: plates\n:::", (("report.md:7:1", "“::: plates”"),)),
    ("an empty quote", "甲。\n\n::: quote\n:::", (("report.md:7:1", "“::: quote”没"),)),
    (
        "a picture without a description",
        "甲。\n\n::: picture {file=甲.png}\n:::",
        (("report.md:7:1", "“::: picture"),),
    ),
    (
        "a missing picture",
        "甲。\n\n::: picture {file=甲.png alt=甲}\n:::",
        (("report.md:7:14", "找不到文件“甲.png”"),),
    ),
    (
        "a picture that is none",
        "甲。\n\n::: picture {file=text.png alt=甲}\n:::",
        (("report.md:7:14", "“text.png”不是"),),
    ),
    (
        "a picture outside the folder",
        "甲。\n\n::: picture {file=../甲.png alt=甲}\n:::",
        (("report.md:7:14", "“../甲.png”在报"),),
    ),
    (
        "a duplicate row id",
        "[[打通]{.verb}路]{.row #a}，[3个]{#a}。",
        (("report.md:5:30", "编号“a”已在第 5 行"),),
    ),
    (
        "a row of the data with another width",
        "甲。\n\n::: table {data=ragged.csv}\n:::",
        (("data/ragged.csv:3:1", "这一行有 3 格，表头有"),),
    ),
    (
        "a data file of one row",
        "甲。\n\n::: table {data=head.csv}\n:::",
        (("data/head.csv:1:1", "数据表要有表头和至少一行"),),
    ),
    (
        "a column named twice",
        "甲。\n\n::: table {data=twice.csv}\n:::",
        (("data/twice.csv:2:4", "列名“年份”重复"),),
    ),
    ("a class of figures on words", "甲[增长]{.hero}。", (("report.md:5:7", ".hero 只用于数字"),)),
    (
        "a mark across two lines of a paragraph",
        "甲乙丙\n丁[很多]{#a}戊。",
        (("report.md:6:2", "读不出数量“很多”"),),
    ),
    ("a mark inside a mark", "甲[乙[很多]{#a}]{.key}。", (("report.md:5:4", "读不出数量“很多”"),)),
    ("a mark behind strong words", "**甲乙**[很多]{#a}。", (("report.md:5:7", "读不出数量“很多”"),)),
    ("a mark behind a rare character", "𠮷𠮷[很多]{#a}。", (("report.md:5:3", "读不出数量“很多”"),)),
)

# what it is, the whole file, place and words of each problem
WHOLE = (
    ("no head", "甲。\n", (("report.md:1:1", "缺少文件头（--- 之间"),)),
    (
        "an unclosed head",
        "---\ntitle: 标题\n\n甲。\n",
        (
            ("report.md:1:1", "文件头没有用 --- 结"),
            ("report.md:1:1", "报告没有正文"),
        ),
    ),
    ("an empty head", "---\n---\n\n甲。\n", (("report.md:1:1", "文件头应为“键: 值”"),)),
    ("a head that is no mapping", "---\n- 标题\n---\n\n甲。\n", (("report.md:1:1", "文件头应为“键: 值”"),)),
    (
        "a head that is no YAML",
        "---\ntitle: 标题: 副题\n---\n\n甲。\n",
        (("report.md:2:10", "文件头不是有效的 YAM"),),
    ),
    (
        "an unclosed quote in the head",
        '---\ntitle: "标题\n---\n\n甲。\n',
        (("report.md:3:1", "文件头不是有效的 YAM"),),
    ),
    ("no title", "---\nseries: 系列\n---\n\n甲。\n", (("report.md:1:1", "缺少 title"),)),
    ("an empty title", "---\nseries: 系列\ntitle:\n---\n\n甲。\n", (("report.md:3:1", "缺少 title"),)),
    ("an unknown key", "---\ntitle: 标题\nthem: 丹青\n---\n\n甲。\n", (("report.md:3:1", "未知的键“them”"),)),
    (
        "a key given twice",
        "---\ntitle: 标题\ntitle: 标题\n---\n\n甲。\n",
        (("report.md:3:1", "“title”写了两次"),),
    ),
    (
        "a title that is a list",
        "---\ntitle: [标题]\n---\n\n甲。\n",
        (
            ("report.md:2:1", "缺少 title"),
            ("report.md:2:8", "“title”应为一行文"),
        ),
    ),
    (
        "a title without end",
        "---\ntitle: 长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长\n---\n\n甲。\n",
        (("report.md:2:8", "“title”超过 20"),),
    ),
    (
        "a contact that is no mapping",
        "---\ntitle: 标题\ncontact: 电话\n---\n\n甲。\n",
        (("report.md:3:10", "contact 应为“名"),),
    ),
    (
        "names that are no list",
        "---\ntitle: 标题\nnames: 某镇\n---\n\n甲。\n",
        (("report.md:3:8", "names 应为名称列表"),),
    ),
    (
        "names that hold a list",
        "---\ntitle: 标题\nnames: [甲, [乙]]\n---\n\n甲。\n",
        (("report.md:3:12", "“names”应为一行文"),),
    ),
    (
        "a switch that is neither on nor off",
        "---\ntitle: 标题\nbuild: 也许\n---\n\n甲。\n",
        (("report.md:3:8", "“build”应为 true 或 false"),),
    ),
    (
        "a switch with a list",
        "---\ntitle: 标题\nbuild: [true]\n---\n\n甲。\n",
        (("report.md:3:8", "“build”应为 true 或 false"),),
    ),
    (
        "an alias",
        "---\ntitle: &t 标题\nseries: *t\n---\n\n甲。\n",
        (("report.md:2:8", "文件头里不能用 YAML"),),
    ),
    (
        "an alias bomb",
        "---\na: &a [x,x]\nb: &b [*a,*a,*a]\nc: [*b,*b,*b]\n---\n\n甲。\n",
        (("report.md:2:4", "文件头里不能用 YAML"),),
    ),
    (
        "a tag",
        "---\ntitle: !!python/object:os.system 标题\n---\n\n甲。\n",
        (("report.md:2:8", "文件头里不能用 YAML"),),
    ),
    (
        "a wrong escape",
        '---\ntitle: "\\UFFFFFFFF"\n---\n\n甲。\n',
        (("report.md:1:1", "文件头里的转义写错了"),),
    ),
    (
        "an escaped control character",
        '---\ntitle: "标\\x07题"\n---\n\n甲。\n',
        (
            ("report.md:2:1", "缺少 title"),
            ("report.md:2:8", "“title”里有控制字"),
        ),
    ),
    (
        "a deep nest",
        "---\ntitle: " + "[" * 5000 + "\n---\n\n甲。\n",
        (("report.md:2:11", "文件头太深或太长"),),
    ),
    (
        "an endless head",
        "---\ntitle: 标题\nnames: [" + "某镇, " * 9000 + "某]\n---\n\n甲。\n",
        (("report.md:1:1", "文件头太大"),),
    ),
    (
        "an unknown signature",
        "---\ntitle: 标题\nsignature: gpd\n---\n\n甲[3个]{#gdp}。\n",
        (("report.md:3:1", "未知的数据编号“gpd”"),),
    ),
    ("a control character", "---\ntitle: 标题\n---\n\n甲乙。\n", (("report.md:5:2", "有控制字符 U+0007"),)),
    (
        "a byte order mark inside",
        "---\ntitle: 标题\n---\n\n甲\ufeff乙。\n",
        (("report.md:5:2", "有控制字符 U+FEFF"),),
    ),
    (
        "a text direction override",
        "---\ntitle: 标题\n---\n\n甲‮乙。\n",
        (("report.md:5:2", "有控制字符 U+202E"),),
    ),
    (
        "a day the calendar does not have",
        "---\ntitle: 甲\ndate: 2026-02-30\n---\n\n甲。\n",
        (("report.md:3:7", "“2026-02-30”不是日历上的日期"),),
    ),
    (
        "a month the calendar does not have",
        "---\ntitle: 甲\ndate: 2026年13月\n---\n\n甲。\n",
        (("report.md:3:7", "不是日历上的日期"),),
    ),
    ("an empty file", "", (("report.md:1:1", "文件是空的"),)),
    ("a file of spaces", " \n \n", (("report.md:1:1", "文件是空的"),)),
)


def problems_of(folder: Path, source: str | bytes) -> tuple[Problem, ...]:
    (folder / "data").mkdir(exist_ok=True)
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "report.md").write_bytes(source.encode() if isinstance(source, str) else source)
    with pytest.raises(ReportgenError) as caught:
        load_report(folder)
    return caught.value.problems


def check(folder: Path, problems: tuple[Problem, ...], expected: tuple[tuple[str, str], ...]) -> None:
    places = [str(problem.place).removeprefix(f"{folder.as_posix()}/") for problem in problems]
    assert places == [place for place, _ in expected]
    for problem, (_, words) in zip(problems, expected, strict=True):
        assert words in problem.message.zh
        assert problem.message.en
        assert problem.hint is not None
        assert problem.hint.zh
        assert problem.hint.en


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in TEXTS], ids=[row[0] for row in TEXTS])
def test_a_slip_in_the_text_is_placed(
    tmp_path: Path, text: str, expected: tuple[tuple[str, str], ...]
) -> None:
    check(tmp_path, problems_of(tmp_path, HEAD + text + "\n"), expected)


@pytest.mark.parametrize(("source", "expected"), [row[1:] for row in WHOLE], ids=[row[0] for row in WHOLE])
def test_a_slip_in_the_head_or_the_file_is_placed(
    tmp_path: Path, source: str, expected: tuple[tuple[str, str], ...]
) -> None:
    check(tmp_path, problems_of(tmp_path, source), expected)


def test_all_problems_of_a_report_come_at_once_in_their_order(tmp_path: Path) -> None:
    source = "---\ntitle: 标题\nthem: 丹青\n---\n\n甲[很多]{#a}。\n\n::: chrat\n:::\n\n- 乙\n"
    problems = problems_of(tmp_path, source)
    assert [problem.place.line for problem in problems if problem.place] == [3, 6, 8, 11]


@pytest.mark.parametrize("day", ["2026-01-15", "2026/1/15", "2026年1月15日", "2026年1月", "二〇二六年一月"])
def test_dates_are_written_as_the_office_writes_them(tmp_path: Path, day: str) -> None:
    (tmp_path / "report.md").write_text(f"---\ntitle: 甲\ndate: {day}\n---\n\n甲。\n", encoding="utf-8")
    assert load_report(tmp_path).date == day


def test_a_container_left_open_is_named_with_its_line(tmp_path: Path) -> None:
    source = HEAD + "甲。\n\n::: speaker\n乙。\n\n::: quote\n:::\n"
    problems = problems_of(tmp_path, source)
    hints = [problem.hint.zh for problem in problems if problem.hint]
    assert "先用 ::: 结束第 7 行的“::: speaker”" in hints


def test_a_near_name_is_suggested(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, HEAD + "甲[3个]{#plans}。\n\n::: stats {figures=plan}\n:::\n")
    assert problem.hint is not None
    assert "plans" in problem.hint.zh
    assert "did you mean 'plans'" in problem.hint.en


def test_a_message_renders_as_file_line_column(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, HEAD + "产值[很多]{#a}。\n")
    first, second = problem.render("zh").split("\n")
    assert first == f"{tmp_path.as_posix()}/report.md:5:3: 读不出数量“很多”"
    assert second.startswith("  提示：")


def test_a_byte_that_is_not_utf8_is_placed_by_characters(tmp_path: Path) -> None:
    problems = problems_of(tmp_path, HEAD.encode() + "甲乙".encode() + b"\xff")
    check(tmp_path, problems, (("report.md:5:3", "不是 UTF-8 编码"),))


def test_a_byte_order_mark_and_windows_line_ends_do_not_shift_places(tmp_path: Path) -> None:
    source = ("\ufeff" + HEAD + "产值[很多]{#a}。\n").replace("\n", "\r\n")
    check(tmp_path, problems_of(tmp_path, source), (("report.md:5:3", "读不出数量"),))


def test_an_oversized_file_is_not_read(tmp_path: Path) -> None:
    problems = problems_of(tmp_path, HEAD.encode() + b"a" * 4_100_000)
    check(tmp_path, problems, (("report.md", "MB"),))


def test_many_control_characters_are_not_all_named(tmp_path: Path) -> None:
    assert len(problems_of(tmp_path, HEAD + "\x07甲" * 500)) <= 20


def test_a_missing_report_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReportgenError) as caught:
        load_report(tmp_path / "没有")
    (problem,) = caught.value.problems
    assert str(problem.place).endswith("没有/report.md")
    assert problem.hint is not None


def test_a_folder_in_place_of_a_report_is_refused(tmp_path: Path) -> None:
    (tmp_path / "report.md").mkdir()
    with pytest.raises(ReportgenError):
        load_report(tmp_path)


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside.csv"
    outside.write_text("年份,产值\n2021,1\n", encoding="utf-8")
    folder = tmp_path / "report"
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "link.csv").symlink_to(outside)
    problems = problems_of(folder, HEAD + "甲。\n\n::: table {data=link.csv}\n:::\n")
    check(folder, problems, (("report.md:7:12", "在报告文件夹之外"),))


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (b"\xff\xfe", "不是 UTF-8 编码"),
        (b"", "文件是空的"),
        ("年份,产值\n2021,\x07\n".encode(), "控制字符"),
        (("年份,产值\n" + "2021,1\n" * 500).encode(), "400 行"),
        ('年份,产值\n2021,"1\n'.encode(), "引号没有成对"),
    ],
)
def test_a_faulty_data_file_is_named(tmp_path: Path, table: bytes, words: str) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "bad.csv").write_bytes(table)
    problems = problems_of(tmp_path, HEAD + "甲。\n\n::: table {data=bad.csv}\n:::\n")
    for problem in problems:
        assert str(problem.place).startswith(f"{tmp_path.as_posix()}/data/bad.csv:")
        assert problem.hint is not None
    assert any(words in problem.message.zh for problem in problems)


def test_a_table_that_two_charts_show_is_reported_once(tmp_path: Path) -> None:
    box = "::: chart {kind=line table=ragged.csv}\n:::\n\n"
    assert len(problems_of(tmp_path, HEAD + "甲。\n\n" + box + box)) == 1
