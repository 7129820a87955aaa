"""Tables of the documentation that follow from records: outputs, their options, keys of a report's head, charts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportgen.charts.record import ChartKind
from reportgen.content.head_fields import HeadField
from reportgen.errors import Language, Message
from reportgen.products.product import Product, Products, commands_of, made_by, options_of, selectors_of

OUTPUTS = (Message("命令", "command"), Message("文件", "file"), Message("内容", "what it is"))
OPTIONS = (Message("选项", "option"), Message("命令", "commands"), Message("作用", "what it does"))
HEAD = (Message("键", "key"), Message("值", "value"), Message("含义", "meaning"), Message("例", "example"))
CHARTS = (Message("图表", "chart"), Message("画什么", "what it shows"))
BREAK = "<br>"


def outputs_table(products: Products, language: Language) -> str:
    """A row for each output: how it is asked for, the end of its file's name, what it is."""
    rows = [
        (_code(_asking(product)), _code(f"…{product.file_name('')}"), product.about.in_language(language))
        for product in products
    ]
    return _table(OUTPUTS, rows, language)


def options_table(products: Products, language: Language) -> str:
    """A row for each option of the outputs: the commands that take it, what it does."""
    commands = commands_of(products)
    rows = []
    for selector, values in selectors_of(products).items():
        taking = [c.words for c in commands if selector in selectors_of(made_by(products, c))]
        taken = f"{selector.flag} {'、'.join(values)}" if values else selector.flag
        rows.append((_code(taken), _list(taking), selector.help.in_language(language)))
    for option in options_of(products):
        taking = [c.words for c in commands if option in options_of(made_by(products, c))]
        rows.append((_code(option.flag), _list((*taking, "build")), option.help.in_language(language)))
    return _table(OPTIONS, rows, language)


def head_table(fields: Iterable[HeadField], language: Language) -> str:
    """A row for each key of the head; one that every report needs is bold."""
    rows = [
        (
            f"**{_code(field.key)}**" if field.required else _code(field.key),
            field.kind.name.in_language(language),
            field.about.in_language(language),
            BREAK.join(_code(line) for line in field.example.split("\n")),
        )
        for field in fields
    ]
    return _table(HEAD, rows, language)


def charts_table(kinds: Iterable[ChartKind], language: Language) -> str:
    """A row for each kind of chart: its name in the text and in words, what it shows."""
    rows = [
        (f"{_code(kind.name)} {kind.label.in_language(language)}", kind.shows.in_language(language))
        for kind in kinds
    ]
    return _table(CHARTS, rows, language)


def _asking(product: Product[object]) -> str:
    """The shortest command that makes the output."""
    asked = product.asked
    words = (
        product.command.words,
        *((asked.selector.flag, asked.value) if asked and not asked.usual else ()),
    )
    return " ".join(filter(None, words))


def _code(text: str) -> str:
    return f"`{text.replace('|', chr(92) + '|')}`"


def _list(words: Sequence[str]) -> str:
    return " ".join(_code(word) for word in words)


def _table(head: Sequence[Message], rows: Iterable[Sequence[str]], language: Language) -> str:
    """A Markdown table; a bar inside a cell is escaped."""
    lines = [
        "| " + " | ".join(word.in_language(language) for word in head) + " |",
        "|" + "---|" * len(head),
    ]
    return "\n".join((*lines, *("| " + " | ".join(cells) + " |" for cells in rows)))
