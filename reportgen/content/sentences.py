"""The surroundings of a mark: its sentence, its clause, and a label taken from the clause."""

from __future__ import annotations

import re

ENDS = "。！？"
PAUSES = ENDS + "，；："
CLOSERS = "”’）》」』】〕"
LONGEST_LABEL = 24
LONGEST_CLAUSE = 31  # characters: what a line of the data index holds
EDGES = "“”‘’《》（）()，。；：、 　"
# what leads up to a number without naming what is counted
LEADS = re.compile(
    "(?:分别|已经|累计|预计|全年|总共)?(?:达到了?|达|实现|完成|突破|超过|超|为|至|到|有|共|了)+$"
)


def sentence_at(text: str, at: int) -> str:
    """The whole sentence around an offset, with its closing mark and a closing quote behind it."""
    start = _after_last(text, ENDS, at)
    ends = [found for mark in ENDS if (found := text.find(mark, at)) >= 0]
    end = min(ends, default=len(text) - 1) + 1
    while end < len(text) and text[end] in CLOSERS:
        end += 1
    return text[start:end].strip()


def clause_at(text: str, at: int, length: int) -> str:
    """From the pause before ``length`` characters to the one behind them; 、 ends a long clause only."""
    start = _after_last(text, PAUSES, at)
    ends = [found for mark in PAUSES if (found := text.find(mark, at + length)) >= 0]
    end = min(ends, default=len(text))
    if end - start > LONGEST_CLAUSE:
        start = max(start, text.rfind("、", start, at) + 1)
        comma = text.find("、", at + length, end)
        end = comma if comma >= 0 else end
    return text[start:end].strip()


def led_by(text: str, at: int) -> str:
    """The words of the clause that lead up to an offset."""
    return text[_after_last(text, PAUSES, at) : at]


def _after_last(text: str, marks: str, at: int) -> int:
    start = max((text.rfind(mark, 0, at) for mark in marks), default=-1) + 1
    while start < at and text[start] in CLOSERS:
        start += 1
    return start


def label_from(clause: str, number: str) -> str:
    """A label out of the clause: the words before the number, or behind it where there are none.

    The number itself where the clause says nothing else.
    """
    before, _, after = clause.partition(number)
    words = re.split("[、（(]", before)[-1].strip(EDGES)
    words = LEADS.sub("", words).strip(EDGES) or re.split("[、）)]", after)[0].strip(EDGES)
    return words[:LONGEST_LABEL] or number
