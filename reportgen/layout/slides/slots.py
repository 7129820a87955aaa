"""Slots: where the texts of slides of one kind are, so that one layout has a placeholder for each.

Slides of a kind whose texts are at the same places share a layout, which has all the places they use;
a slide with a text across one of those places gets another layout.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct, field

from reportgen.layout.slides.baseline import framed, levels_of
from reportgen.lengths import Rect
from reportgen.model.sheet import ChartItem, Item, PictureItem, TableItem, TextBox
from reportgen.model.text import Level
from reportgen.model.theme import Colour

Held = TextBox | ChartItem | TableItem | PictureItem
FIXED = ("title", "footer", "date", "number")  # are where every layout has them
MOST_LEVELS = 9  # of a list (ISO 29500-1 §21.1.2.4)
SNAP = 6.0  # points a text may be moved to be where others of its kind are
CLOSE = 0.75  # points by which the space around paragraphs of one level may differ
EDGE = 6.0  # points by which frames may overlap: less than the white in a line
SlideKey = TypeVar("SlideKey")
# The colour comes first (None: the section's), the space after last (None: nothing follows, it may be any).
TextLook = tuple[object, ...]


class SlideBlock(Struct, frozen=True):
    """A text, chart, table or picture of a slide on its way into a slot; ``item``: its place among the items."""

    item: int
    base: str  # the kind of placeholder it was planned with
    held: Held
    rect: Rect  # where an office program sets the lines as planned, as wide as the measure
    spare: float = 0.0  # points its frame is wider
    levels: tuple[Level, ...] = ()  # how each paragraph is written
    looks: tuple[TextLook, ...] = ()

    @property
    def anchor(self) -> str:
        return self.held.anchor if isinstance(self.held, TextBox) else ""


class Slot(Struct):
    """A place of a layout and the blocks that are in it, by the numbers of their slides; ``seen``: their looks."""

    base: str
    rect: Rect
    anchor: str
    blocks: dict[int, SlideBlock]
    seen: dict[TextLook, None]

    @classmethod
    def of(cls, slide: int, block: SlideBlock) -> Slot:
        """The slot of a block that is in none yet."""
        return cls(block.base, block.rect, block.anchor, {slide: block}, dict.fromkeys(block.looks))

    @property
    def fixed(self) -> bool:
        return self.base in FIXED

    @property
    def text(self) -> bool:
        return bool(self.anchor)

    def looks(self) -> list[TextLook]:
        """The looks of its texts, each once."""
        found = [look for look in self.seen if look[-1] is not None]
        return found + [look for look in self.seen if look[-1] is None and known_look(look, found) is None]

    def takes(self, block: SlideBlock) -> bool:
        """Whether the block is where the slot is."""
        ours, theirs = self.rect, block.rect
        if (self.base, self.anchor) != (block.base, block.anchor):
            return False
        if self.anchor == "top":
            theirs = Rect(theirs.x, theirs.y, theirs.width, ours.height)
            return ours.contains(theirs.moved(0, ours.y - theirs.y)) and abs(ours.y - theirs.y) <= SNAP
        return ours.contains(theirs) and theirs.contains(ours)

    def joined_by(self, slide: int, block: SlideBlock) -> Slot:
        """The slot with one more block, as high as the block needs."""
        own = self.rect
        rect = Rect(own.x, own.y, own.width, max(own.height, block.rect.height))
        seen = {**self.seen, **dict.fromkeys(block.looks)}
        return Slot(self.base, rect, self.anchor, {**self.blocks, slide: block}, seen)


class Family(Struct):
    """Slides on one layout: the slots of all of them."""

    slots: list[Slot] = field(default_factory=list)
    slides: list[int] = field(default_factory=list)
    figures: dict[int, list[SlideBlock]] = field(
        default_factory=dict
    )  # charts, tables, pictures of each slide

    def take(self, slide: int, blocks: Sequence[SlideBlock]) -> bool:
        """Takes the slide in where its texts are in the slots or beside them; otherwise changes nothing."""
        texts = [block for block in blocks if isinstance(block.held, TextBox)]
        figures = [block for block in blocks if not isinstance(block.held, TextBox)]
        tried, place = list(self.slots), 0
        for block in texts:
            free = (i for i, slot in enumerate(tried) if slide not in slot.blocks and slot.takes(block))
            known = next(free, None)
            if known is None:  # in the reading order of its slide
                tried.insert(place, Slot.of(slide, block))
            else:
                tried[known] = tried[known].joined_by(slide, block)
                place = known
            place += 1
        if self.slides and not (
            all(_listed(slot) for slot in tried)
            and _apart(tried)
            and _clear(tried, {slide: figures})
            and _clear(self._wider(tried), self.figures)
        ):
            return False
        self.slots = tried
        self.figures[slide] = figures
        self.slides.append(slide)
        return True

    def _wider(self, tried: Iterable[Slot]) -> list[Slot]:
        """The slots that are not known to be clear of the figures so far: new ones, and those that have grown."""
        known = {slot.rect for slot in self.slots}
        return [slot for slot in tried if slot.rect not in known]

    def take_figures(self, slide: int, blocks: Sequence[SlideBlock]) -> None:
        """Charts, tables and pictures are in slots too, where no text of another slide needs the place."""
        for block in (block for block in blocks if not isinstance(block.held, TextBox)):
            known = (s for s in self.slots if not s.text and slide not in s.blocks and s.takes(block))
            slot = next(known, None)
            if slot is not None:
                slot.blocks[slide] = block
                continue
            slot = Slot.of(slide, block)
            if _apart([*self.slots, slot]):
                self.slots.append(slot)


def families(slides: Sequence[tuple[SlideKey, Sequence[SlideBlock]]]) -> list[tuple[SlideKey, Family]]:
    """Slides, each of a kind, on as few layouts as hold their texts apart; in the order of first use."""
    found: list[tuple[SlideKey, Family]] = []
    for number, (kind, blocks) in enumerate(slides):
        known = (family for name, family in found if name == kind)
        if not any(family.take(number, blocks) for family in known):
            fresh = Family()
            fresh.take(number, blocks)
            found.append((kind, fresh))
    for _, family in found:
        for number in family.slides:
            family.take_figures(number, slides[number][1])
    return found


def blocks_of(items: Iterable[Item], own: Colour | None) -> list[SlideBlock]:
    """What of a slide's items may be in placeholders: all but texts of more looks than a list has levels.

    ``own``: the colour of the section's text, which looks alike on slides of all sections.
    """
    out = []
    for index, item in enumerate(items):
        if not isinstance(item, Held) or not item.placeholder:
            continue
        if not isinstance(item, TextBox):
            out.append(SlideBlock(index, item.placeholder, item, item.rect))
            continue
        block = _text_block(index, item, own)
        if item.placeholder in FIXED or len(set(block.looks)) <= MOST_LEVELS:
            out.append(block)
    return out


def _text_block(index: int, box: TextBox, own: Colour | None) -> SlideBlock:
    done, rect = framed(box), box.rect
    levels = levels_of(box, done)
    looks = [_look(level, own) for level in levels]
    if box.anchor == "top":
        looks[-1] = (*looks[-1][:-1], None)
    frame = Rect(rect.x, done.rect.y, rect.width, done.rect.height)
    return SlideBlock(index, box.placeholder, box, frame, done.rect.right - rect.right, levels, tuple(looks))


def _look(level: Level, own: Colour | None) -> TextLook:
    """What makes paragraphs one level: all but small differences of the space around them."""
    style = level.style
    return (
        None if style.colour == own else style.colour, style.face, style.size, style.tracking, round(level.spacing, 2), level.align, round(level.indent, 2),
        round(level.before / CLOSE), round(level.after / CLOSE),
    )  # fmt: skip


def known_look(look: TextLook, known: Iterable[TextLook]) -> TextLook | None:
    """The look among the known ones that paragraphs of this one take; of a last paragraph any space after it."""
    return next((one for one in known if one == look or (look[-1] is None and one[:-1] == look[:-1])), None)


def _listed(slot: Slot) -> bool:
    return len(slot.looks()) <= (1 if slot.fixed else MOST_LEVELS)  # a title has no levels


def _apart(slots: Sequence[Slot]) -> bool:
    """Whether no slot crosses another, but where texts of one slide do so themselves."""
    for i, one in enumerate(slots):
        for other in slots[i + 1 :]:
            if one.fixed or other.fixed or not _across(one.rect, other.rect):
                continue
            shared = one.blocks.keys() & other.blocks.keys()
            if not any(_across(one.blocks[s].rect, other.blocks[s].rect) for s in shared):
                return False
    return True


def _clear(slots: Iterable[Slot], figures: Mapping[int, Sequence[SlideBlock]]) -> bool:
    """Whether no slot reaches over a chart or picture of a slide, nor over a table of one that uses it.

    The program brings back the placeholders that a slide does without when it is reset.
    """
    for slot in (slot for slot in slots if not slot.fixed):
        for slide, shown in figures.items():
            own = slot.blocks.get(slide)
            for figure in shown:
                if own is None and figure.base == "table":
                    continue
                if _across(slot.rect, figure.rect) and not (own and _across(own.rect, figure.rect)):
                    return False
    return True


def _across(one: Rect, other: Rect) -> bool:
    return (
        min(one.right, other.right) - max(one.x, other.x) > EDGE
        and min(one.bottom, other.bottom) - max(one.y, other.y) > EDGE
    )
