"""The deck: on our own master or on an office's template, and the speaker's with the internal blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.errors import Message
from reportgen.products.job import Job, once
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
def own_slides(job: Job) -> Deck:
    """Our own deck, written as PPTX and shown in the notes handout (there also beside a deck on a template)."""
    from reportgen.layout.slides.plan import plan_deck

    return plan_deck(job.report, job.theme, job.fonts)


@once
def office_template(job: Job) -> Template | None:
    """The office's own template with every kind of slide on a layout of it; None where the report names none."""
    if not job.report.template:
        return None
    from reportgen.template import load_template  # only decks on a template open one

    return load_template(job.report)


@once
def deck_theme(job: Job) -> Theme:
    """The theme the deck is written in: on a template its colours and faces."""
    found = office_template(job)
    if found is None:
        return job.theme
    from reportgen.template import template_theme

    return template_theme(found, job.theme)


@once
def slides(job: Job) -> Deck:
    """The deck as it is written, on the template where there is one."""
    return _on_template(job, internal=False) if office_template(job) else own_slides(job)


@once
def speaker_slides(job: Job) -> Deck:
    """The same slides; their notes hold the internal blocks."""
    from reportgen.layout.slides.plan import plan_deck

    if office_template(job):
        return _on_template(job, internal=True)
    return plan_deck(job.report, job.theme, job.fonts, internal=True)


def _on_template(job: Job, *, internal: bool) -> Deck:
    from reportgen.layout.template.deck import plan_template_deck

    found = office_template(job)
    assert found is not None
    charts = job.option(CHARTS)
    return plan_template_deck(job.report, found, deck_theme(job), job.fonts, internal=internal, charts=charts)


def _write(job: Job, planned: Deck) -> bytes:
    from reportgen.pptx import write_deck

    supply, charts = job.option(FONTS), job.option(CHARTS)
    return write_deck(planned, deck_theme(job), job.fonts, supply=supply, charts=charts)


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
