"""Passages into the report's sections and subsections, their headings cut for display."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.content.frontmatter import BREAK, cut
from reportgen.content.passages import SourcePassage
from reportgen.model.report import Section, Subsection

LONGEST_KICKER = 8  # characters; a longer first half of a heading is no kicker
SHORTEST_KICKER = 2
COMMA = "，"
SEPARATORS = f" {COMMA}　"


def sections_of(passages: Sequence[SourcePassage]) -> tuple[Section, ...]:
    """Sections in order, numbered from 1, each with its subsections."""
    groups: list[tuple[SourcePassage, list[SourcePassage]]] = []
    for passage in passages:
        if passage.heading is None:
            continue
        if passage.subsection is None:
            groups.append((passage, []))
        else:
            groups[-1][1].append(passage)
    return tuple(_section(number, head, subs) for number, (head, subs) in enumerate(groups, 1))


def _section(number: int, head: SourcePassage, subs: Sequence[SourcePassage]) -> Section:
    return Section(
        number=number,
        title=head.title,
        title_lines=cut(head.written),
        intro=head.body,
        subsections=tuple(_subsection(sub) for sub in subs),
        components=head.components,
        speaker=head.speaker,
        internal=head.internal,
        footnotes=head.footnotes,
        place=head.heading.place if head.heading else None,
    )


def _subsection(passage: SourcePassage) -> Subsection:
    kicker, headline = split_title(passage.written)
    return Subsection(
        title=passage.title,
        title_lines=cut(passage.written),
        kicker=kicker,
        headline=headline.replace(BREAK, ""),
        headline_lines=cut(headline),
        body=passage.body,
        components=passage.components,
        speaker=passage.speaker,
        internal=passage.internal,
        footnotes=passage.footnotes,
        place=passage.heading.place if passage.heading else None,
    )


def split_title(title: str) -> tuple[str, str]:
    """Kicker and headline of a heading in two halves; no kicker where there is one, or many, or a long first.

    A comma between them stays at the end of the kicker: it is the author's.
    """
    cuts = [i for i, char in enumerate(title) if char in SEPARATORS]
    if len(cuts) != 1:
        return "", title
    kicker, headline = title[: cuts[0]].replace(BREAK, ""), title[cuts[0] + 1 :]
    if not SHORTEST_KICKER <= len(kicker) <= LONGEST_KICKER or not headline.strip(BREAK):
        return "", title
    return kicker + (COMMA if title[cuts[0]] == COMMA else ""), headline
