"""Slide layouts, derived from the slides that use them: a placeholder for each place where their texts are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from reportgen.layout.slides.baseline import framed, levels_of
from reportgen.layout.slides.canvas import BODY_BOTTOM, BODY_TOP, CONTENT, MARGIN, SIZE
from reportgen.layout.slides.draft import Draft
from reportgen.layout.slides.furniture import PLAIN_TITLE_Y, date_items, footer_items, title_frame
from reportgen.layout.slides.pen import Pen
from reportgen.layout.slides.scheme import SECTION, SLOTS, slot_of
from reportgen.layout.slides.slots import Family, Held, Slot, TextLook, blocks_of, families, known_look
from reportgen.lengths import Rect
from reportgen.model.report import Report
from reportgen.model.sheet import Item, Role, Sheet, TextBox
from reportgen.model.slide import Placeholder, PlaceholderKind, SlideLayout
from reportgen.model.text import Level, Run, Style, StyledParagraph
from reportgen.model.theme import Colour

# Placeholder kinds by the key items are planned with; every other text is a body placeholder.
KINDS: dict[str, tuple[PlaceholderKind, str]] = {
    "title": ("title", "标题"),
    "marker": ("body", "栏目"),
    "series": ("subtitle", "副标题"),
    "organisation": ("body", "单位"),
    "footer": ("footer", "页脚"),
    "date": ("date", "日期"),
    "number": ("number", "页码"),
    "chart": ("chart", "图表"),
    "table": ("table", "表格"),
    "picture": ("picture", "图片"),
    "body": ("body", "文字"),
}
COUNTED = ("body", "chart", "table", "picture")
PROMPTS = {"title": "单击添加标题", "footer": "页脚", "date": "日期", "number": "‹#›"}
PROMPT = "单击添加文字"
# What is higher in the outline: a head before what belongs to it.
RANKS: dict[Role, int] = {"title": 0, "heading": 0, "numeral": 1, "label": 2, "quote": 3, "caption": 5}
RANK = 4


def slide_layouts(
    sheets: Sequence[Sheet], drafts: Sequence[Draft]
) -> tuple[tuple[SlideLayout, ...], tuple[Sheet, ...]]:
    """One layout for the slides of a kind whose texts are at the same places, and the slides on them.

    Every text is in a placeholder, where and as its layout has it, so that a reset changes nothing.
    """
    owns = [_own(sheet, draft) for sheet, draft in zip(sheets, drafts, strict=True)]
    slides = [
        ((draft.layout, draft.art, draft.background, own is None), blocks_of(sheet.items, own))
        for sheet, draft, own in zip(sheets, drafts, owns, strict=True)
    ]
    layouts: list[SlideLayout] = []
    fitted = list(sheets)
    used: Counter[str] = Counter()
    for (kind, art, background, _), family in families(slides):
        used[kind] += 1
        key = kind if used[kind] == 1 else f"{kind}-{used[kind]}"
        first = drafts[family.slides[0]]
        name = first.layout_name if used[kind] == 1 else f"{first.layout_name} {used[kind]}"
        recoloured = len({owns[number] for number in family.slides}) > 1
        section = first.pen.ink(SLOTS[SECTION]) if recoloured else owns[family.slides[0]]
        holders = _placeholders(family, fitted, section)
        holders += _date_of(first, holders)
        for number in family.slides:
            fitted[number] = replace(fitted[number], layout=key, items=_free(fitted[number].items, holders))
        layouts.append(SlideLayout(key, name, tuple(holders), art, background, first.bare, recoloured))
    return tuple(layouts), tuple(fitted)


def _own(sheet: Sheet, draft: Draft) -> Colour | None:
    """The colour of the section's text, where a slot of the scheme can stand for it on every slide."""
    theme, own = draft.pen.ts.theme, draft.pen.role.text
    held = theme.colour(SLOTS[SECTION])
    boxes = (item for item in sheet.items if isinstance(item, TextBox))
    colours = {run.style.colour for box in boxes for paragraph in box.paragraphs for run in paragraph.runs}
    return None if slot_of(own, theme) is None or (own != held and held in colours) else own


def _free(items: Iterable[Item], holders: Sequence[Placeholder]) -> tuple[Item, ...]:
    """The items; charts and tables that found no placeholder are in none."""
    keys = {holder.key for holder in holders}
    return tuple(
        replace(item, placeholder="") if isinstance(item, Held) and item.placeholder not in keys else item
        for item in items
    )


def _placeholders(family: Family, sheets: list[Sheet], section: Colour | None) -> list[Placeholder]:
    """The placeholder of each slot; what is in it names it and is moved to where it is.

    ``section``: the colour that the layout has for text in the colour of the slide's section.
    """
    counts: Counter[str] = Counter()
    out = []
    for slot in family.slots:
        counts[slot.base] += 1
        counted = slot.base in COUNTED
        key = f"{slot.base}-{counts[slot.base]}" if counted else slot.base
        kind, name = KINDS[slot.base]
        holder = Placeholder(key, kind, f"{name} {counts[slot.base]}" if counted else name, slot.rect)
        items: dict[int, Held] = {number: block.held for number, block in slot.blocks.items()}
        if slot.text:
            holder, items = _listed(slot, holder, section)
        for number, item in items.items():
            at, sheet = slot.blocks[number].item, sheets[number]
            placed = replace(item, placeholder=key, name=item.name or holder.name)
            sheets[number] = replace(sheet, items=(*sheet.items[:at], placed, *sheet.items[at + 1 :]))
        out.append(holder)
    return out


def _listed(slot: Slot, holder: Placeholder, section: Colour | None) -> tuple[Placeholder, dict[int, Held]]:
    """The placeholder with a level for each look in its texts, and the texts in its frame, on their levels."""
    blocks = slot.blocks.values()
    hang = max(level.left for block in blocks for level in block.levels)
    known_levels = _levels(slot)
    order = list(known_levels)
    placed: dict[int, Held] = {}
    for slide, block in slot.blocks.items():
        box = block.held
        assert isinstance(box, TextBox)
        known = [known_look(look, order) for look in block.looks]
        paragraphs = tuple(
            replace(paragraph, level=order.index(look))
            for paragraph, look in zip(box.paragraphs, known, strict=True)
            if look is not None
        )
        rect = box.rect.moved(0, slot.rect.y - block.rect.y)
        placed[slide] = replace(box, rect=rect, paragraphs=paragraphs, hang=hang)
    first = next(iter(placed.values()))
    assert isinstance(first, TextBox)
    spare = max(block.spare for block in blocks)
    levels = tuple(
        replace(level, left=hang, style=_coloured(level.style, section if look[0] is None else None))
        for look, level in known_levels.items()
    )
    return replace(
        holder,
        rect=Rect(slot.rect.x - hang, slot.rect.y, slot.rect.width + hang + spare, slot.rect.height),
        levels=levels,
        specimen=_specimen(first, slot.base, levels),
        anchor=first.anchor,
    ), placed


def _coloured(style: Style, colour: Colour | None) -> Style:
    return replace(style, colour=colour) if colour else style


def _levels(slot: Slot) -> dict[TextLook, Level]:
    """Every look in the slot's texts as a level, heads first and the larger before the smaller."""
    looks = slot.looks()
    found: dict[TextLook, tuple[int, float, Level]] = {}
    for block in slot.blocks.values():
        box = block.held
        assert isinstance(box, TextBox)
        for i, (look, level) in enumerate(zip(block.looks, block.levels, strict=True)):
            if look in looks:
                found.setdefault(look, (RANKS.get(box.role_of(i), RANK), -level.style.size, level))
    ordered = sorted(found.items(), key=lambda known: known[1][:2])
    return {look: level for look, (_, _, level) in ordered}


def _date_of(draft: Draft, holders: Sequence[Placeholder]) -> list[Placeholder]:
    """The place of the date, which slides of a report without one leave empty."""
    if not draft.dated or any(holder.kind == "date" for holder in holders):
        return []
    (box,) = date_items(PROMPTS["date"], draft.pen, draft.footer)
    assert isinstance(box, TextBox)
    return [holder_of("date", box)]


def holder_of(key: str, box: TextBox) -> Placeholder:
    """The placeholder the box would be in alone."""
    kind, name = KINDS[key]
    done = framed(box)
    levels = levels_of(box, done)[:1]
    return Placeholder(key, kind, name, done.rect, _specimen(box, key, levels), levels)


def _specimen(box: TextBox, key: str, levels: Sequence[Level]) -> TextBox:
    """The box with a prompt at each of its levels; a numeral stands for itself."""
    paragraphs: dict[int, StyledParagraph] = {}
    for i, paragraph in enumerate(box.paragraphs):
        style = levels[paragraph.level].style
        runs: tuple[Run, ...] = (Run(PROMPTS.get(key, PROMPT), style),)
        if box.role_of(i) == "numeral":
            runs = tuple(replace(run, style=_coloured(run.style, style.colour)) for run in paragraph.runs)
        plain = replace(paragraph, runs=runs, hang_quotes=False, balance=False)
        paragraphs.setdefault(paragraph.level, plain)
    return replace(box, paragraphs=tuple(paragraphs.values()), lines=())


def master_placeholders(report: Report, pen: Pen) -> tuple[Placeholder, ...]:
    """The master's title, body, footer, date and slide number."""
    title = title_frame(PROMPTS["title"], pen)
    body = pen.text(pen.paragraph(PROMPT, "plain"), CONTENT)
    foot = (*date_items(PROMPTS["date"], pen, None), *footer_items(report, 1, pen, None, None))
    boxes = [*title.at(MARGIN, PLAIN_TITLE_Y), *body.at(MARGIN, BODY_TOP), *foot]
    out = []
    for key, item in zip(("title", "body", "date", "footer", "number"), boxes, strict=True):
        assert isinstance(item, TextBox)
        holder = holder_of(key, item)
        if key == "body":
            whole = Rect(MARGIN, BODY_TOP, SIZE[0] - 2 * MARGIN, BODY_BOTTOM - BODY_TOP)
            holder = replace(holder, rect=whole)
        out.append(holder)
    return tuple(out)
