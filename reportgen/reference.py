"""What of the documentation follows from records: outputs, their options, keys of the head, marks, containers, charts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportgen.charts.record import ChartKind
from reportgen.content.attribute_record import AttributeRecord
from reportgen.content.container_records import ContainerRecord
from reportgen.content.head_fields import HeadField
from reportgen.content.mark_records import MarkRecord
from reportgen.errors import Language, Message
from reportgen.products.product import Product, Products, commands_of, made_by, options_of, selectors_of

OUTPUTS = (Message("命令", "command"), Message("文件", "file"), Message("内容", "what it is"))
OPTIONS = (Message("选项", "option"), Message("命令", "commands"), Message("作用", "what it does"))
HEAD = (Message("键", "key"), Message("值", "value"), Message("含义", "meaning"), Message("例", "example"))
CHARTS = (Message("图表", "chart"), Message("画什么", "what it shows"))
MARKS = (Message("标注", "mark"), Message("含义", "meaning"), Message("例", "example"))
ATTRIBUTES = (Message("属性", "attribute"), Message("值", "value"), Message("含义", "meaning"))
INDEX = (Message("属性", "attribute"), Message("用于", "taken by"))
ID = Message("编号", "id")
WORDS = Message("文字", "words")
INSTEAD = Message("（这几个写一个）", " (one of these)")
MADE_BY = Message("命令", "Command")
UNDERSTOOD = Message("选项", "Options")
COLON = Message("：", ": ")
BREAK = "<br>"
Listing = tuple[tuple[str, str], ...]  # texts, each with its language and the name of its file: csv 产值.csv


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


def marks_table(
    marks: Iterable[MarkRecord], containers: Iterable[ContainerRecord], language: Language
) -> str:
    """A row for each mark and each container: how it is written, what it is, an example."""
    rows = [(_mark(mark, language), mark.about, mark.example) for mark in marks]
    rows += [(_code(f"::: {box.name}"), box.about, box.example) for box in containers]
    return _table(
        MARKS,
        [
            (written, about.in_language(language), BREAK.join(map(_code, example.split("\n"))))
            for written, about, example in rows
        ],
        language,
    )


def attribute_index(
    marks: Iterable[MarkRecord], containers: Iterable[ContainerRecord], language: Language
) -> str:
    """Every attribute once, by its name, with all that take it."""
    takers: dict[str, list[str]] = {}
    for mark in marks:
        for attribute in mark.attributes:
            takers.setdefault(_attribute(attribute), []).append(_mark(mark, language))
    for box in containers:
        for attribute in box.attributes:
            takers.setdefault(_code(f"{attribute.key}="), []).append(_code(f"::: {box.name}"))
    rows = [(attribute, " ".join(takers[attribute])) for attribute in sorted(takers)]
    return _table(INDEX, rows, language)


def mark_entries(marks: Iterable[MarkRecord], language: Language) -> str:
    """A section for each mark: what it is, a sentence with it, its attributes."""
    return "\n\n".join(
        _entry(_mark(mark, language), mark.about, mark.example, mark.attributes, language) for mark in marks
    )


def container_entries(containers: Iterable[ContainerRecord], language: Language) -> str:
    """A section for each container: what it is, an example with the text it refers to, its attributes."""
    return "\n\n".join(
        _entry(
            _code(f"::: {box.name}"),
            box.about,
            "\n\n".join(filter(None, (box.needs, box.example))),
            box.attributes,
            language,
        )
        for box in containers
    )


def chart_entries(kinds: Iterable[ChartKind], examples: Mapping[str, Listing], language: Language) -> str:
    """A section for each kind: what it shows, how the example is written, its picture; no example, no picture."""
    return "\n\n".join(
        "\n\n".join(_chart_entry(kind, examples.get(kind.name, ()), language)) for kind in kinds
    )


def product_entries(products: Products, language: Language) -> str:
    """A section for each output: what it is, the command that makes it, the options it understands, its picture."""
    return "\n\n".join("\n\n".join(_product_entry(product, language)) for product in products)


def _chart_entry(kind: ChartKind, example: Listing, language: Language) -> Iterator[str]:
    label = kind.label.in_language(language)
    yield f"## {_code(kind.name)} {label}"
    yield _sentence(kind.shows, language)
    if example:
        yield from (_fenced(text, name) for name, text in example)
        yield f"![{label}](pictures/charts/{kind.name}.svg)"


def _product_entry(product: Product[object], language: Language) -> Iterator[str]:
    yield f"### {_code('…' + product.file_name(''))}"
    yield _sentence(product.about, language)
    colon = COLON.in_language(language)
    yield f"{MADE_BY.in_language(language)}{colon}{_code(f'python -m reportgen {_asking(product)}')}"
    if product.options:
        yield UNDERSTOOD.in_language(language) + colon + _list([option.flag for option in product.options])
    yield f"![{product.about.in_language(language)}](pictures/{product.name}.png)"


def _entry(
    head: str, about: Message, example: str, attributes: Sequence[AttributeRecord], language: Language
) -> str:
    parts = [f"### {head}", _sentence(about, language), _fenced(example)]
    if attributes:
        rows = [_attribute_row(attribute, language) for attribute in attributes]
        parts.append(_table(ATTRIBUTES, rows, language))
    return "\n\n".join(parts)


def _attribute_row(attribute: AttributeRecord, language: Language) -> tuple[str, str, str]:
    about = attribute.about.in_language(language)
    if attribute.instead:
        about += INSTEAD.in_language(language)
    value = attribute.value.name.in_language(language) if attribute.value else "–"
    name = _attribute(attribute)
    return f"**{name}**" if attribute.required else name, value, about


def _attribute(attribute: AttributeRecord) -> str:
    return _code(f"{attribute.key}=" if attribute.value else f".{attribute.key}")


def _mark(mark: MarkRecord, language: Language) -> str:
    """How a mark is written; one that is made by its attribute shows it."""
    made = f".{mark.name}" if mark.name else f"#{ID.in_language(language)}"
    if not mark.name and not mark.takes_id:
        made = " ".join(f"{key}=…" for key in mark.keys)
    return _code(f"[{WORDS.in_language(language)}]{{{made}}}")


def _sentence(message: Message, language: Language) -> str:
    words = message.in_language(language)
    return f"{words}。" if language == "zh" else f"{words[0].upper()}{words[1:]}."


def _fenced(text: str, name: str = "markdown") -> str:
    return f"```{name}\n{text}\n```"


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
