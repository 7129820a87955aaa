"""A content stream and the walk through its page: what each asks of the other, and what they collect."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Protocol

from reportgen.preflight.fonts import Font
from reportgen.preflight.geometry import Matrix
from reportgen.preflight.object_key import ObjectKey
from reportgen.preflight.painted import ContentTag, Paint, State, TransparencyGroup
from reportgen.preflight.spaces import Space


@dataclass
class PageContent:
    """What one page paints, in order, and what was found on the way."""

    paints: list[Paint] = field(default_factory=list)
    groups: list[TransparencyGroup] = field(default_factory=list)
    mcids: list[tuple[ObjectKey, int]] = field(default_factory=list)  # owner and id, each time one is opened
    damaged: list[tuple[str, str]] = field(default_factory=list)  # stream and what is wrong
    missing: list[tuple[str, str]] = field(default_factory=list)  # stream and resource that is not there
    unbalanced: list[str] = field(default_factory=list)  # streams with more q than Q, or the reverse
    tagged_forms: list[ObjectKey] = field(default_factory=list)  # forms with MCIDs, each time one is painted
    artifacts_inside: list[str] = field(default_factory=list)  # streams with an artifact in tagged content
    states: list[Any] = field(default_factory=list)  # ExtGStates put to use
    used: set[tuple[str, str]] = field(default_factory=set)


class Walk(Protocol):
    """The walk through a page: the streams its streams name, and the file's fonts and colour spaces."""

    page: int
    content: PageContent
    hidden: frozenset[ObjectKey]  # layers that are switched off

    def form(self, form: Any, inside: Stream, name: str) -> None:
        """Walks a form XObject painted in the state of the stream that names it."""

    def soft_mask(self, mask: Any, inside: Stream) -> None:
        """Notes the group a soft mask is made of."""

    def pattern(self, name: str, inside: Stream) -> tuple[Space, Any] | None:
        """Walks a tiling pattern once; gives the colour space and dictionary of a shading pattern."""

    def glyphs(self, font: Font, inside: Stream, matrix: Matrix, codes: tuple[int, ...]) -> None:
        """Walks the procedures of Type 3 glyphs, each once a page."""

    def font(self, resource: Any) -> Font:
        """The font of a resource, the same object each time."""

    def space(self, value: Any, resources: Any) -> Space:
        """The colour space of a value, by its name among ``resources`` or itself."""


class Stream(Protocol):
    """One content stream while it is interpreted, as its text and the walk see it."""

    walker: Walk
    resources: Any
    state: State
    base: Matrix  # the matrix patterns start from
    label: str  # empty: the page's own content
    depth: int  # streams within streams
    tag: ContentTag | None
    annotation: bool
    is_hidden: bool

    def own(self) -> State:
        """The state, copied if a record or the stack holds it."""

    def held(self) -> State:
        """The state, to be kept by a record."""

    def resource(self, kind: str, name: str) -> Any:
        """A named resource; None, and noted, where it is missing."""
