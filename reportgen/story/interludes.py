"""What may stand alone on a page between sections."""

from __future__ import annotations

from reportgen.model.report import Quote, Report
from reportgen.story.callouts import stands_alone
from reportgen.story.figure_words import label_of, value_words
from reportgen.story.points import statements

Lines = tuple[str, ...]


def phrases(report: Report, longest: int) -> tuple[tuple[int, tuple[Lines, ...]], ...]:
    """What stands alone of each section, the best first: quotes, key spans of at most ``longest`` characters, figures.

    Sections without any are left out.
    """
    found = ((i, _of_section(report, i, longest)) for i in range(len(report.sections)))
    return tuple((i, choices) for i, choices in found if choices)


def _of_section(report: Report, index: int, longest: int) -> tuple[Lines, ...]:
    section = report.sections[index]
    quotes = (part for sub in section.subsections for part in sub.components if isinstance(part, Quote))
    bodies = [paragraph for sub in section.subsections for paragraph in sub.body]
    figures = (
        figure
        for figure in report.figures
        if figure.section == index
        and stands_alone(figure)
        and not figure.quiet
        and figure.quantity.sign > 0  # a fall or a loss is no motto
    )
    return (
        *(quote.lines for quote in quotes),
        *(
            (words,)
            for words in statements((*bodies, *section.intro), longest)
            if not _of_harm(words, report)
        ),
        *((value_words(figure), label_of(figure)) for figure in figures),
    )


def _of_harm(words: str, report: Report) -> bool:
    """Whether they speak of loss or harm: no motto of a page."""
    return any(word in words for word in report.sober)
