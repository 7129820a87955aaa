"""What ``check`` reports about a valid report: numbers not marked or not clear on their own,
half-width punctuation, long points."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from reportgen.content.numerals import Numeral, NumeralKind, unmarked
from reportgen.content.offers import Offers
from reportgen.content.problems import by_place
from reportgen.content.punctuation import half_width
from reportgen.content.quantity import read_quantity
from reportgen.content.source import Source, read_source
from reportgen.content.wording import is_composed
from reportgen.errors import Message, Place, Problem, Severity
from reportgen.model.report import Chart, Figure, Paragraph, Report, Span, Stats

LONGEST_POINT = 25  # characters of a slide's point
QUOTED = re.compile("“[^“”]+”")
SAYS_FALL = re.compile(
    "[减跌缩亏–−-]|降(?![水雨雪])|负(?![债荷责担压氧])|低于|慢于|偏低|偏少|零下|回落|下滑|收窄|放缓|逆差|赤字"
)
SPAN = re.compile("(?:[年月]|半年|季度)$")  # a time that lasts
SAYS_WHEN = re.compile("截至|截止|为止|[年月度]末|[年月]底|年初|存量|存栏|余额|目前|现有")
SAYS_CHANGE = re.compile("[增减降升涨跌缩幅速差]|提高|回落|下滑|加快|收窄|扩大|高于|低于|放缓|比较|之比|变化")

FOUND: Mapping[NumeralKind, tuple[Severity, Message, Message]] = MappingProxyType(
    {
        "number": (
            "warning",
            Message("数字“{}”没有标注", "number '{}' is not marked"),
            Message(
                "是数据就写 {}；是名称就列入 names",
                "mark data: {}; list names in names",
            ),
        ),
        "word": (
            "note",
            Message("“{}”没有标注", "'{}' is not marked"),
            Message("是数据就写 {}", "mark it if it is data: {}"),
        ),
        "date": (
            "note",
            Message("“{}”作日期或时间，不标注", "'{}' is taken for a date or time"),
            Message("是数据就写 {}", "mark it if it is data: {}"),
        ),
        "name": (
            "note",
            Message("“{}”是名称的一部分，不标注", "'{}' is taken for part of a name"),
            Message("是数据就写 {}", "mark it if it is data: {}"),
        ),
    }
)


def check_report(report: Report) -> tuple[Problem, ...]:
    """Warnings and notes in the order of the text, the count of marked and unmarked numbers last.

    Raises ReportgenError where the report's file can no longer be read.
    """
    folder = Path(report.folder)
    source = read_source(folder / "report.md", f"{report.folder}/report.md")
    offers = Offers({figure.id for figure in report.figures} | {honour.id for honour in report.honours})
    listed = tuple(
        (numeral, _finding(numeral, paragraph.text, offers))
        for paragraph in report.paragraphs()
        for numeral in unmarked(paragraph, report.names)
    )
    found = (
        *_punctuation(source),
        *(finding for _, finding in listed),
        *_long_points(report),
        *_labels(report),
        *_changes(report),
        *_stocks(report),
    )
    return (*sorted(found, key=by_place), _counts(report, tuple(numeral for numeral, _ in listed)))


def _punctuation(source: Source) -> Iterator[Problem]:
    for offset, half, full in half_width(source.text):
        yield Problem(
            Message(
                f"汉字之间的半角“{half}”，应为“{full}”",
                f"half-width '{half}' between Chinese, should be '{full}'",
            ),
            source.place(offset),
            Message("用 check --fix 改正", "correct it with check --fix"),
            "warning",
        )


def _finding(numeral: Numeral, text: str, offers: Offers) -> Problem:
    severity, message, hint = FOUND[numeral.kind]
    said = Message(message.zh.format(numeral.text), message.en.format(numeral.text))
    mark = offers.mark(text, numeral) if numeral.kind in ("number", "word") else ""
    shown = Message(hint.zh.format(mark or "[…]{#编号}"), hint.en.format(mark or "[…]{#id}"))
    return Problem(said, numeral.place, shown, severity)


def _long_points(report: Report) -> Iterator[Problem]:
    for paragraph in report.paragraphs():
        for text, place in _points(paragraph):
            if len(text) > LONGEST_POINT:
                yield Problem(
                    Message(
                        f"要点有 {len(text)} 字，幻灯片上宜在 {LONGEST_POINT} 字以内",
                        f"a point of {len(text)} characters; on slides it should be within {LONGEST_POINT}",
                    ),
                    place,
                    Message("缩短标注的范围", "mark a shorter stretch"),
                    "note",
                )


def _points(paragraph: Paragraph) -> Iterator[tuple[str, Place | None]]:
    """Text and place of each run of spans under one ``.key`` mark."""
    run: list[Span] = []
    for span in paragraph.spans:
        if span.marked("key"):
            run.append(span)
        elif run:
            yield "".join(one.text for one in run), run[0].place
            run = []
    if run:
        yield "".join(one.text for one in run), run[0].place


def _labels(report: Report) -> Iterator[Problem]:
    """Labels are an author's words; those the text does not use are worth a second look."""
    text = "\n".join(paragraph.text for paragraph in report.paragraphs())
    for figure in report.figures:
        bare = figure.clause.replace(figure.text, "")
        if QUOTED.fullmatch(figure.label) and figure.label not in text:
            yield Problem(
                Message(
                    f"名称会连引号一起印出：{figure.label}",
                    f"the label is printed with its quotes: {figure.label}",
                ),
                figure.place,
                Message(
                    f'引号用半角：label="{figure.label[1:-1]}"',
                    f'use straight quotes: label="{figure.label[1:-1]}"',
                ),
                "warning",
            )
        elif figure.label != figure.text and not (
            is_composed(figure.label, bare)  # nearly always, and far shorter than the text
            or is_composed(figure.label, f"{text}\n{bare}")
        ):
            yield Problem(
                Message(
                    f"名称“{figure.label}”不全是原文的字句",
                    f"label '{figure.label}' is not made of words from the text",
                ),
                figure.place,
                Message("核对用词", "check the wording"),
                "note",
            )


def _changes(report: Report) -> Iterator[Problem]:
    """A callout shows a figure without its sentence: 下降[18.7%] would read as the share itself."""
    for figure in report.figures:
        quantity = figure.quantity
        if figure.inline or quantity.says_direction or (figure.kind == "level" and quantity.sign > 0):
            continue
        shown = f"{figure.text}{figure.label}{figure.series}"
        says = SAYS_FALL if quantity.sign < 0 else SAYS_CHANGE
        if quantity.word not in shown and not says.search(shown):
            yield _silent(figure)


def _stocks(report: Report) -> Iterator[Problem]:
    """截至2024年 of what happened in the year: the sentence says of no end that the number was taken then."""
    for figure in report.figures:
        if SPAN.search(figure.asof) and not SAYS_WHEN.search(figure.sentence):
            yield Problem(
                Message(
                    f"“{figure.label}”会印“截至{figure.asof}”；是这段时间里的数吗？",
                    f"'{figure.label}' will say 'as of {figure.asof}'; is it the number of that time?",
                ),
                figure.place,
                Message(f"是就写 period={figure.asof}", f"if it is, write period={figure.asof}"),
                "note",
            )


def _silent(figure: Figure) -> Problem:
    """The finding for a figure that does not say by itself which way it goes."""
    word, alone = figure.quantity.word, f"{figure.label} {figure.text}"
    before = figure.clause.partition(figure.text)[0]
    marked = before[max(before.rfind(word), 0) :] + figure.text
    if read_quantity(marked):
        hint = Message(
            f"把它标进去：[{marked}]{{…}}，或写进 label",
            f"mark it too: [{marked}]{{…}}, or say it in the label",
        )
    else:
        hint = Message(f"写进 label，如 label={figure.label}{word}", f"say '{word}' in the label")
    return Problem(
        Message(f"“{alone}”单独看，看不出是“{word}”", f"'{alone}' alone does not say '{word}'"),
        figure.place,
        hint,
        "warning",
    )


def _counts(report: Report, numerals: tuple[Numeral, ...]) -> Problem:
    marked = len(report.figures)
    open_ = sum(numeral.kind in ("number", "word") for numeral in numerals)
    passed = len(numerals) - open_
    return Problem(
        Message(
            f"已标数字 {marked} 个，未标 {open_} 个，名称和日期 {passed} 个",
            f"{marked} numbers marked, {open_} not; {passed} in names and dates",
        ),
        Place(f"{report.folder}/report.md"),
        severity="note",
    )


def figures_table(report: Report) -> tuple[tuple[str, ...], ...]:
    """Rows of id, value as written, unit, label, sentence, what shows it, value with its sign, direction."""
    uses = _uses(report)
    return tuple(
        (
            f.id,
            f.quantity.qualifier + f.numeral + f.quantity.suffix,
            f.display_unit,
            f.label,
            f.sentence,
            uses.get(f.id, ""),
            " ".join(f"{value:f}" for value in f.quantity.signed_values),
            f.quantity.direction or f.kind,
        )
        for f in report.figures
    )


def _uses(report: Report) -> dict[str, str]:
    used: dict[str, list[str]] = {}
    for part in report.components():
        if isinstance(part, Chart):
            for id in dict.fromkeys(part.spec.figures):
                used.setdefault(id, []).append(f"chart:{part.spec.kind}")
        elif isinstance(part, Stats):
            for id in part.figures:
                used.setdefault(id, []).append("stats")
    if report.signature:
        used.setdefault(report.signature, []).append("signature")
    return {id: " ".join(names) for id, names in used.items()}
