"""Descriptions for those who do not see: the pieces that hold a number and its label."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.verify.evidence import Extract


def described(text: str) -> Extract:
    """An alternative text or description: a number's label stands in its own clause."""
    return Extract(tuple(_clauses(text)), around=(text,), radius=0)


def _clauses(text: str) -> Iterator[str]:
    """The pieces of a description: a number and its label stand in one of them."""
    for sentence in text.replace("。", "。\n").replace("；", "；\n").split("\n"):
        if sentence.strip():
            yield sentence
