"""Slide layouts, read off the slides made on them: each placeholder where its first slide has it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from reportgen.layout.slides.canvas import BODY_BOTTOM, BODY_TOP, CONTENT, MARGIN, SIZE
from reportgen.layout.slides.draft import Draft
from reportgen.layout.slides.furniture import PLAIN_TITLE_Y, date_items, footer_items, title_frame
from reportgen.layout.slides.pen import Pen
from reportgen.model.report import Report
from reportgen.model.sheet import ChartItem, Item, PictureItem, Sheet, TableItem, TextBox
from reportgen.model.slide import Placeholder, PlaceholderKind, SlideLayout
from reportgen.model.text import Run, StyledParagraph
from reportgen.units import Rect

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
FIXED: tuple[PlaceholderKind, ...] = ("title", "footer", "date", "number")
COUNTED = ("body", "chart", "table", "picture")
PROMPTS = {"title": "单击添加标题", "footer": "页脚", "date": "日期", "number": "‹#›"}
PROMPT = "单击添加文字"


def numbered(items: Iterable[Item]) -> tuple[Item, ...]:
    """Items whose repeated placeholder keys count up: body-1, body-2, chart-1 …"""
    counts: dict[str, int] = {}
    out: list[Item] = []
    for item in items:
        key = getattr(item, "placeholder", "")
        if isinstance(item, TextBox | ChartItem | TableItem | PictureItem) and key in COUNTED:
            if isinstance(item, TextBox) and not item.text:
                continue
            counts[key] = counts.get(key, 0) + 1
            name = item.name or f"{KINDS[key][1]} {counts[key]}"
            out.append(replace(item, placeholder=f"{key}-{counts[key]}", name=name))
        else:
            out.append(item)
    return tuple(out)


def slide_layouts(
    sheets: Sequence[Sheet], drafts: Sequence[Draft]
) -> tuple[tuple[SlideLayout, ...], tuple[Sheet, ...]]:
    """One layout for each kind of slide in use, in the order of first use, and the slides fitted to them.

    A layout has the placeholders of its first slide. What stands elsewhere on a later one is a shape of
    its own, so that resetting a slide moves nothing.
    """
    layouts: dict[str, SlideLayout] = {}
    fitted: list[Sheet] = []
    for sheet, draft in zip(sheets, drafts, strict=True):
        known = layouts.get(draft.layout)
        if known is None:
            items = (*sheet.items, *_date_of(draft))
            holders = {holder.key: holder for item in items if (holder := _placeholder(item))}
            known = SlideLayout(
                draft.layout,
                draft.layout_name,
                tuple(holders.values()),
                draft.art,
                draft.background,
                draft.bare,
            )
            layouts[draft.layout] = known
        fitted.append(replace(sheet, items=_fitted(sheet.items, known.placeholders)))
    return tuple(layouts.values()), tuple(fitted)


def _fitted(items: Iterable[Item], holders: Sequence[Placeholder]) -> tuple[Item, ...]:
    """The items, each in the placeholder that stands where it does, others in none."""
    free = list(holders)
    out: list[Item] = []
    for item in items:
        if not isinstance(item, TextBox | ChartItem | TableItem | PictureItem) or not item.placeholder:
            out.append(item)
            continue
        found = next((holder for holder in free if _same_place(holder, item)), None)
        if found is not None:
            free.remove(found)
        out.append(replace(item, placeholder=found.key if found else ""))
    return tuple(out)


def _same_place(holder: Placeholder, item: TextBox | ChartItem | TableItem | PictureItem) -> bool:
    """Whether the item stands in the placeholder as where it was planned."""
    kind, _ = KINDS[item.placeholder.partition("-")[0]]
    if kind != holder.kind or not (holder.rect.contains(item.rect) and item.rect.contains(holder.rect)):
        return False
    if kind in FIXED or holder.specimen is None or not isinstance(item, TextBox):
        return True
    ours, theirs = item.paragraphs[0], holder.specimen.paragraphs[0]
    return (ours.leading, ours.align, ours.runs[0].style.size, _hang(item)) == (
        theirs.leading, theirs.align, theirs.runs[0].style.size, holder.specimen.hang,
    )  # fmt: skip


def _hang(box: TextBox) -> float:
    """How far the frame reaches to the left, for marks that hang out."""
    return max(box.hang, *(paragraph.hang for paragraph in box.paragraphs))


def _date_of(draft: Draft) -> tuple[Item, ...]:
    """The place of the date, which slides of a report without one leave empty."""
    return date_items(PROMPTS["date"], draft.pen, draft.footer) if draft.dated else ()


def _placeholder(item: Item) -> Placeholder | None:
    key = getattr(item, "placeholder", "")
    if not key or not isinstance(item, TextBox | ChartItem | TableItem | PictureItem):
        return None
    base, _, number = key.partition("-")
    kind, name = KINDS[base]
    specimen = _specimen(item, base) if isinstance(item, TextBox) else None
    return Placeholder(key, kind, f"{name} {number}".strip(), item.rect, specimen)


def _specimen(box: TextBox, key: str) -> TextBox:
    """The box with a prompt in the look of its first run; a numeral stands for itself.

    Where a mark hangs out, the frame reaches as far as the mark.
    """
    hang = _hang(box)
    first, line = box.paragraphs[0], box.lines[0]
    if box.role == "numeral":
        plain = replace(first, hang_quotes=False, balance=False)
        return replace(box, paragraphs=(plain,), lines=(line,), hang=hang)
    prompt = Run(PROMPTS.get(key, PROMPT), first.runs[0].style)
    paragraph: StyledParagraph = replace(first, runs=(prompt,), hang_quotes=False, balance=False)
    if line.runs:
        line = replace(line, runs=(replace(line.runs[0], clusters=(prompt.text,)),))
    return replace(box, paragraphs=(paragraph,), lines=(line,), hang=hang)


def master_placeholders(report: Report, pen: Pen) -> tuple[Placeholder, ...]:
    """The master's title, body, footer, date and slide number."""
    title = title_frame(PROMPTS["title"], pen)
    body = pen.text(pen.paragraph(PROMPT, "plain"), CONTENT)
    foot = (*date_items(PROMPTS["date"], pen, None), *footer_items(report, 1, pen, None, None))
    boxes = [*title.at(MARGIN, PLAIN_TITLE_Y), *body.at(MARGIN, BODY_TOP), *foot]
    out = []
    for key, item in zip(("title", "body", "date", "footer", "number"), boxes, strict=True):
        assert isinstance(item, TextBox)
        kind, name = KINDS[key]
        rect = (
            Rect(MARGIN, BODY_TOP, SIZE[0] - 2 * MARGIN, BODY_BOTTOM - BODY_TOP)
            if key == "body"
            else item.rect
        )
        out.append(Placeholder(key, kind, name, rect, replace(item, rect=rect)))
    return tuple(out)
