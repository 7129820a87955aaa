"""Text and lines that can be printed: sizes, reversed and tinted setting, distance from the cut."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.preflight.finding import Finding, rule
from reportgen.preflight.geometry import Box, common, within
from reportgen.preflight.outline import ink_box
from reportgen.preflight.overlap import ground
from reportgen.preflight.painted import PathPaint, TextPaint
from reportgen.preflight.reading import Page, Reading, millimetres, named
from reportgen.preflight.spaces import PaintColour

REVERSED = rule(
    "text-reversed-small", "P-18 · GWG 2022 R0016", "press?",
    "反白字 {value}，小于 {limit}（粗黑体 7.5 pt）", "reversed text of {value}, below {limit} (bold sans 7.5 pt)",
    "放大或加粗，或改深字浅底", "set it larger or bolder, or dark on light", 8.0, " pt",
)  # fmt: skip
MULTI_INK = rule(
    "text-multi-ink-small", "P-18 · GWG 2022 R0017", "press?",
    "多色小字 {value}，小于 {limit}（粗黑体 7.5 pt）", "text of {value} in several inks, below {limit} (bold sans 7.5 pt)",
    "小字只用一种油墨", "set small text in one ink", 8.0, " pt",
)  # fmt: skip
SMALL_HAN = rule(
    "text-han-small", "P-32 · CLREQ 六号", "press?",
    "汉字 {value}，小于六号（{limit}）", "Han text of {value}, smaller than 六号 ({limit})",
    "正文用 9–10.5 pt，注释不小于 7.5 pt", "set body text in 9–10.5 pt, notes in 7.5 pt or more", 7.5, " pt",
)  # fmt: skip
TINY_HAN = rule(
    "text-han-tiny", "P-32", "press!",
    "汉字只有 {value}，小于 {limit}，笔画会糊", "Han text of {value}, below {limit}: its strokes fill in",
    "汉字不小于 7.5 pt（六号）", "set Han text in 7.5 pt or more", 5.5, " pt",
)  # fmt: skip
NEAR = rule(
    "text-near-trim", "P-08", "press?",
    "文字离裁切线 {value}，不足 {limit}", "text is {value} from the trim, less than {limit}",
    "文字离裁切线至少 5 mm", "keep text 5 mm from the trim", 5.0, " mm",
)  # fmt: skip
CUT = rule(
    "text-at-trim", "P-08", "press!",
    "文字离裁切线只有 {value}，可能被裁到（至少 {limit}）", "text is only {value} from the trim and may be cut (at least {limit})",
    "文字离裁切线至少 5 mm", "keep text 5 mm from the trim", 3.0, " mm",
)  # fmt: skip
HAIRLINE = rule(
    "line-hairline", "P-19 · GWG 2022 R0018", "press!",
    "发丝线 {value}：各设备粗细不一，可能印不出", "a hairline of {value} prints as thin as the device can, or not at all",
    "线宽至少 0.25 pt", "make lines 0.25 pt or more", 0.1, " pt",
)  # fmt: skip
THIN = rule(
    "line-thin", "P-19 · GWG 2022 R0018, R0019", "press?",
    "线宽 {value}，小于 {limit}", "a line of {value}, below {limit}",
    "线宽至少 0.25 pt", "make lines 0.25 pt or more", 0.25, " pt",
)  # fmt: skip
TINTED = rule(
    "line-tinted", "P-19 · own rule", "press?",
    "加网细线 {value}，小于 {limit}，网点会使线条断开", "a tinted line of {value}, below {limit}, breaks up into dots",
    "淡色线至少 0.5 pt，或用实地色", "make tinted lines 0.5 pt or more, or use a solid ink", 0.5, " pt",
)  # fmt: skip
COURIER = rule(
    "font-courier", "P-25 · GWG 2022 R0014", "press?",
    "用了 Courier：多半是字体缺失后的替代", "Courier is used, most likely in place of a missing font",
    "检查原字体是否缺失", "check whether a font is missing",
)  # fmt: skip

RULES = (REVERSED, MULTI_INK, SMALL_HAN, TINY_HAN, NEAR, CUT, HAIRLINE, THIN, TINTED, COURIER)
BOLD_SANS_LIMIT = 7.5  # points; our own, below GWG's 8: heavy strokes hold
DARK_GROUND, STEP = 0.8, 0.5  # ink under reversed text, and how much lighter the text is
TINT = 0.05  # an ink that counts
SOLID = 0.98


def check(reading: Reading) -> Iterator[Finding]:
    """Every string and line that can be seen."""
    for page in reading.pages:
        for index, paint in enumerate(page.art):
            if isinstance(paint, TextPaint) and paint.visible and paint.words.strip():
                yield from _text(page, paint, index)
            elif isinstance(paint, PathPaint):
                yield from _line(page, paint)
    for font in reading.fonts:
        if font.visible and font.name.startswith("Courier"):
            yield Finding(COURIER, min(font.pages), named("font", font.name))


def _text(page: Page, paint: TextPaint, index: int) -> Iterator[Finding]:
    size = round(paint.size, 1)
    measured, colour = f"{size:g} pt", paint.colour
    if colour and not colour.pattern and size < REVERSED.limit and not _bold_enough(paint, size):
        if _reversed(page, paint, colour, index):
            yield Finding(REVERSED, page.number, page.name(paint), measured)
        elif sum(ink > TINT for ink in colour.inks) > 1:
            yield Finding(MULTI_INK, page.number, page.name(paint), measured)
    if size < SMALL_HAN.limit and any("\u4e00" <= char <= "\u9fff" for char in paint.words):
        yield Finding(
            TINY_HAN if size < TINY_HAN.limit else SMALL_HAN, page.number, page.name(paint), measured
        )
    yield from _distance(page, paint)


def _bold_enough(paint: TextPaint, size: float) -> bool:
    return paint.font is not None and paint.font.bold_sans and size >= BOLD_SANS_LIMIT


def _reversed(page: Page, paint: TextPaint, colour: PaintColour, index: int) -> bool:
    own = sum(colour.inks)
    if own > 4 - STEP or paint.box is None:
        return False
    under = ground(page, paint.box, index)
    return under >= DARK_GROUND and under - own >= STEP


def _distance(page: Page, paint: TextPaint) -> Iterator[Finding]:
    """By em boxes first; only where they leave doubt, by outlines."""
    limit = NEAR.limit
    if paint.box is None or _clearance(paint.box, page.trim) >= limit:
        return
    box = ink_box(paint)
    if box is None or common(box, page.trim) is None:
        return
    clear = _clearance(box, page.trim)
    if clear < CUT.limit - 0.005:
        yield Finding(CUT, page.number, page.name(paint), f"{clear:.1f} mm")
    elif clear < limit - 0.005:
        yield Finding(NEAR, page.number, page.name(paint), f"{clear:.1f} mm")


def _clearance(box: Box, trim: Box) -> float:
    """The least distance of a box's edges from the trim's, in mm; negative where it reaches out."""
    edges = (box[0] - trim[0], box[1] - trim[1], trim[2] - box[2], trim[3] - box[3])
    return millimetres(min(edges))


def _line(page: Page, paint: PathPaint) -> Iterator[Finding]:
    colour = paint.colour
    if colour is None or paint.box is None or (not colour.pattern and colour.white and paint.alpha == 1):
        return
    width = round(paint.width if paint.kind == "stroke" else _thickness(paint), 3)
    measured = f"{width:g} pt"
    if width < HAIRLINE.limit:
        yield Finding(HAIRLINE, page.number, page.name(paint), measured)
    elif width < THIN.limit:
        yield Finding(THIN, page.number, page.name(paint), measured)
    elif width < TINTED.limit and not colour.pattern and max(colour.inks) * paint.alpha < SOLID:
        yield Finding(TINTED, page.number, page.name(paint), measured)


def _thickness(paint: PathPaint) -> float:
    """The lesser side of a filled rectangle (a line by other means); large for any other shape."""
    if not paint.rectangle or len(paint.path) != 5 or paint.box is None:
        return 1000.0
    left, bottom, right, top = paint.box
    if within(paint.box, (left, bottom, left, top), 0) or within(paint.box, (left, bottom, right, bottom), 0):
        return 1000.0  # nothing of it is left inside the clip
    return min(right - left, top - bottom)
