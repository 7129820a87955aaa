"""Honours: which a passage shows, how the text says them, and whether they get a wall of their own."""

from __future__ import annotations

from collections.abc import Collection, Container, Mapping

from reportgen.model.report import Honour, HonourRank, Report
from reportgen.story.passages import Passage
from reportgen.story.points import key_points

RANKS: tuple[HonourRank, ...] = ("national", "provincial", "other")  # from the nation down
STATED_RANKS = RANKS[:2]  # the text says who gave them
RANK_TITLES: Mapping[HonourRank, str] = {"national": "国家级", "provincial": "省级", "other": "标杆与位次"}
SEALS: Mapping[HonourRank, str] = {"national": "国", "provincial": "省", "other": "誉"}
FEWEST_ON_WALL = 3  # fewer stay beside their text, or the lead's beside the lead

Verdict = tuple[str, str]  # a subject and what is said of it


def by_rank(report: Report) -> dict[HonourRank, tuple[Honour, ...]]:
    """The report's honours from the nation down, in the order of the text; ranks without any are left out."""
    groups = {rank: tuple(h for h in report.honours if h.rank == rank) for rank in RANKS}
    return {rank: group for rank, group in groups.items() if group}


def has_wall(report: Report, heads: Collection[HonourRank] = RANKS, told: Container[Verdict] = ()) -> bool:
    """Whether the honours get a wall: three at least that are not ``told`` beside the lead, one under a head.

    ``heads``: the ranks the wall has a head for.
    """
    fresh = [honour for honour in report.honours if (honour.text, honour.status) not in told]
    return len(fresh) >= FEWEST_ON_WALL and any(honour.rank in heads for honour in report.honours)


def loose_honours(report: Report) -> tuple[Honour, ...]:
    """Honours of no stated rank that the text says in words worth repeating under the others."""
    others = by_rank(report).get("other", ())
    return tuple(h for h in others if honour_phrase(h) != h.text or not h.status)


def shown_honours(place: Passage, said: str) -> tuple[Honour, ...]:
    """Honours a passage shows with their seal: of a stated level or rank, and in no list beside them.

    ``said``: the words of those lists.
    """
    return tuple(h for h in place.honours if h.text not in said and (h.level or h.rank != "other"))


def phrase_in(place: Passage, honour: Honour) -> str:
    """The author's point about the honour, else the honour as the text says it."""
    return next((text for text in key_points(place) if honour.text in text), honour_phrase(honour))


def honour_phrase(honour: Honour) -> str:
    """The honour as the text says it: holder, verb and title in the order they stand there."""
    forms = (
        honour.holder + honour.status + honour.text,
        f"{honour.status}“{honour.text}”",
        honour.status + honour.text,
        honour.text + honour.status,
    )
    return next((form for form in forms if form in honour.sentence), honour.text)


def wall_note(honour: Honour) -> str:
    """What stands beside the title on a narrow wall: who holds it, else how far it got where the text says so after it."""
    follows = honour.text + honour.status in honour.sentence
    return honour.holder or (honour.status if follows else "")


def in_full(honour: Honour) -> str:
    """Title, holder and status on one line, for those who are read to."""
    return " ".join((honour.text, *beside_honour(honour)))


def beside_honour(honour: Honour) -> tuple[str, ...]:
    """What stands beside the title: who holds it and how far it got, as far as the text says."""
    return tuple(words for words in (honour.holder, honour.status) if words)
