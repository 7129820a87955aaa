"""The deck: on our own master or on an office's template, and the speaker's with the internal blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.errors import Message
from reportgen.products.edition import Edition, once
from reportgen.products.options import THEME, Option, Selector
from reportgen.products.product import Asked, Command, Product

if TYPE_CHECKING:
    from reportgen.model.slide import ChartForm, Deck, FontSupply
    from reportgen.model.template import Template
    from reportgen.model.theme import Theme

PPTX = Command("pptx", Message("生成演示文稿 PPTX", "write the deck as PPTX"))
FONTS: Option[FontSupply] = Option(
    "fonts",
    "choice",
    "embed",
    Message(
        "字体：embed 嵌入、可继续输入（默认），subset 只嵌入用到的字，system 用系统的微软雅黑、宋体、楷体",
        "fonts: embed to type on (default), subset of the characters used, or the system's own faces",
    ),
    ("embed", "subset", "system"),
)
CHARTS: Option[ChartForm] = Option(
    "charts",
    "choice",
    "native",
    Message(
        "图表：native 可编辑的原生图表与形状（默认），picture 与印刷一致的图片（SVG 与 PNG）",
        "charts: native, to edit (default), or a picture of each as it is printed (SVG and PNG)",
    ),
    ("native", "picture"),
)
SPEAKER = Selector(
    "speaker",
    Message(
        "另写一份讲稿版，备注含内部口径，不得外传",
        "write a second deck too, its notes with the internal blocks: not for the public",
    ),
)


@once
def own_slides(edition: Edition) -> Deck:
    """Our own deck, written as PPTX and shown in the notes handout (there also beside a deck on a template)."""
    from reportgen.layout.slides.plan import plan_deck

    return plan_deck(edition.report, edition.theme, edition.fonts)


@once
def office_template(edition: Edition) -> Template | None:
    """The office's own template with every kind of slide on a layout of it; None where the report names none."""
    if not edition.report.template:
        return None
    from reportgen.template import load_template  # only decks on a template open one

    return load_template(edition.report)


@once
def deck_theme(edition: Edition) -> Theme:
    """The theme the deck is written in: on a template its colours and faces."""
    found = office_template(edition)
    if found is None:
        return edition.theme
    from reportgen.template import template_theme

    return template_theme(found, edition.theme)


@once
def slides(edition: Edition) -> Deck:
    """The deck as it is written, on the template where there is one."""
    return _on_template(edition, internal=False) if office_template(edition) else own_slides(edition)


@once
def speaker_slides(edition: Edition) -> Deck:
    """The same slides; their notes hold the internal blocks."""
    from reportgen.layout.slides.plan import plan_deck

    if office_template(edition):
        return _on_template(edition, internal=True)
    return plan_deck(edition.report, edition.theme, edition.fonts, internal=True)


def _on_template(edition: Edition, *, internal: bool) -> Deck:
    from reportgen.layout.template.deck import plan_template_deck

    found = office_template(edition)
    assert found is not None
    charts = edition.option(CHARTS)
    return plan_template_deck(
        edition.report, found, deck_theme(edition), edition.fonts, internal=internal, charts=charts
    )


def _write(edition: Edition, planned: Deck) -> bytes:
    from reportgen.pptx import write_deck

    supply, charts = edition.option(FONTS), edition.option(CHARTS)
    return write_deck(planned, deck_theme(edition), edition.fonts, supply=supply, charts=charts)


STAGES = ("layout.slides", "layout.template", "pptx")
DECK = Product(
    "deck",
    ".pptx",
    PPTX,
    Message(
        "演示文稿：母版、占位符、原生图表，备注里是发言全文",
        "the deck: master, placeholders, native charts, the words to be spoken in the notes",
    ),
    STAGES,
    slides,
    _write,
    (THEME, FONTS, CHARTS),
)
SPEAKER_DECK = Product(
    "deck-speaker",
    ".pptx",
    PPTX,
    Message(
        "讲稿版演示文稿：备注另含内部口径，不得外传",
        "the speaker's deck: its notes hold the internal blocks, not for the public",
    ),
    STAGES,
    speaker_slides,
    _write,
    (THEME, FONTS, CHARTS),
    Asked(SPEAKER),
    on_request=True,
)
