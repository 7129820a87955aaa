"""What every painted object is coloured in: spaces, spots, groups, overprint, rich black, transparency."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.preflight.finding import Finding, Rule, rule
from reportgen.preflight.overlap import over_paint
from reportgen.preflight.painted import ImagePaint, Paint, PathPaint, ShadingPaint, TextPaint
from reportgen.preflight.reading import Page, Reading, named
from reportgen.preflight.spaces import PROCESS, PaintColour, Space

SPACE = rule(
    "colour-space", "P-22 · GWG 2022 R0027", "press!",
    "颜色空间 {value} 不是印刷色", "painted in {value}, which is not a printing colour",
    "改为 DeviceCMYK 或单黑", "paint in DeviceCMYK or black alone",
)  # fmt: skip
SPOT = rule(
    "colour-spot", "P-20 · GWG 2022 R0020", "press?",
    "用了专色 {value}，多出一块版", "spot colour {value} needs a plate of its own",
    "确认报价含专色，否则改用四色", "make sure the quotation includes the spot colour, or use process inks",
)  # fmt: skip
REGISTRATION = rule(
    "colour-registration", "P-21 · GWG 2022 R0024", "press?",
    "版面元素用了套版色 /All", "a page element is painted in registration colour /All",
    "套版色只用于裁切标记；黑色用 K 100", "use registration colour for marks only, and K 100 for black",
)  # fmt: skip
GROUP = rule(
    "colour-group", "P-23 · GWG 2022 R0030", "press!",
    "透明组的颜色空间是 {value}", "a transparency group blends in {value}",
    "透明组用 DeviceCMYK 或不写", "give groups DeviceCMYK or none",
)  # fmt: skip
WHITE_TEXT = rule(
    "overprint-white-text", "P-16 · GWG 2022 R0007", "press!",
    "白字设了叠印，印出来会消失", "white text overprints: it will vanish on press",
    "白字改为挖空", "let white text knock out",
)  # fmt: skip
WHITE_PATH = rule(
    "overprint-white-path", "P-16 · GWG 2022 R0008", "press?",
    "白色图形设了叠印，印出来会消失", "a white path overprints: it will vanish on press",
    "白色图形改为挖空", "let white paths knock out",
)  # fmt: skip
BLACK_TEXT = rule(
    "overprint-black-text", "P-13 · GWG 2022 R0009", "press?",
    "压在底色上的 {value} 黑字没有叠印（< {limit} 应叠印，OPM 1）",
    "{value} black text over a ground does not overprint (below {limit}: overprint, OPM 1)",
    "小号 K 100 文字设 OP true、OPM 1", "set OP true and OPM 1 for small K 100 text", 12.0, " pt",
)  # fmt: skip
BLACK_LINE = rule(
    "overprint-black-line", "P-14 · GWG 2022 R0010", "press?",
    "压在底色上的 {value} 黑线没有叠印（< {limit} 应叠印，OPM 1）",
    "a {value} black line over a ground does not overprint (below {limit}: overprint, OPM 1)",
    "K 100 细线设 OP true、OPM 1", "set OP true and OPM 1 for thin K 100 lines", 2.0, " pt",
)  # fmt: skip
GRAY_TEXT = rule(
    "gray-text", "P-15 · GWG 2022 R0011, R0012", "press?",
    "压在底色上的小字或细线用 DeviceGray（{value}），不会叠印",
    "small text or a thin line over a ground is DeviceGray ({value}): it cannot overprint",
    "改用 DeviceCMYK 的 K", "use K of DeviceCMYK", 12.0, " pt",
)  # fmt: skip
RICH_TEXT = rule(
    "rich-black-text", "P-17 · GWG 2022 R0015", "press?",
    "文字用了四色黑（{value}），套印不准时会发虚", "text in four-colour black ({value}) blurs when plates are out of register",
    "文字用 K 100 单黑", "set text in K 100 alone", 280.0, " %",
)  # fmt: skip
LIVE = rule(
    "transparency-live", "PDF/X-4 · own rule", "press?",
    "用了活动透明（{value}）", "live transparency ({value})",
    "能用平色代替的透明，请改平色", "use a flat tint where it looks the same",
)  # fmt: skip
UNKNOWN_SPACE = rule(
    "colour-unknown", "ISO 32000-1, 8.6", "press! any?",
    "颜色空间无法识别或没有定义", "the colour space is undefined or cannot be read",
    "重新导出文件", "export the file again",
)  # fmt: skip

RULES = (
    SPACE, SPOT, REGISTRATION, GROUP, WHITE_TEXT, WHITE_PATH, BLACK_TEXT, BLACK_LINE, GRAY_TEXT, RICH_TEXT,
    LIVE, UNKNOWN_SPACE,
)  # fmt: skip
PRINTING = ("DeviceCMYK", "DeviceGray", "Separation", "DeviceN")
RICH_KEY, FULL = 0.85, 0.999


def check(reading: Reading) -> Iterator[Finding]:
    """Every painted object's colour, overprint and transparency."""
    for page in reading.pages:
        for index, paint in enumerate(page.art):
            yield from _spaces(page, paint)
            yield from _transparency(page, paint)
            if isinstance(paint, TextPaint):
                yield from _text(page, paint, index)
            elif isinstance(paint, PathPaint):
                yield from _path(page, paint, index)
        yield from _marks(page)
        yield from _groups(page)


def space_used(paint: Paint) -> Space | None:
    """The space a record's colour reaches the page in; None for one that takes it from elsewhere."""
    if isinstance(paint, ImagePaint) and not paint.stencil:
        return paint.space.painted if paint.space else None
    if isinstance(paint, ShadingPaint):
        return paint.space.painted if paint.space else None
    colour = paint.colour
    if colour is None or (colour.pattern and colour.space.base is None):
        return None
    return colour.space.painted


def _spaces(page: Page, paint: Paint) -> Iterator[Finding]:
    if isinstance(paint, TextPaint) and not paint.visible:
        return
    space = space_used(paint)
    if space is None:
        return
    if space.kind == "unknown":
        yield Finding(UNKNOWN_SPACE, page.number, page.name(paint))
        return
    if space.kind not in PRINTING:
        yield Finding(SPACE, page.number, page.name(paint), space.kind)
        return
    for name in space.colorants:
        if name == "All":
            yield Finding(REGISTRATION, page.number, page.name(paint), "All")
        elif name not in (*PROCESS, "None"):
            yield Finding(
                SPOT, object=named("spot", name), value=name
            )  # once per file; the plates list the pages


def _marks(page: Page) -> Iterator[Finding]:
    """Marks outside the bleed are printed too: their spaces count, /All is right for them."""
    art = {id(paint) for paint in page.art}
    for paint in page.content.paints:
        space = None if id(paint) in art or paint.box is None else space_used(paint)
        if space is not None and space.kind not in (*PRINTING, "unknown"):
            yield Finding(SPACE, page.number, page.name(paint), space.kind)


def _groups(page: Page) -> Iterator[Finding]:
    for group in page.content.groups:
        if group.space is None or group.space.kind == "DeviceCMYK":
            continue
        if group.luminosity and group.space.kind == "DeviceGray":
            continue
        yield Finding(GROUP, page.number, named("group", group.stream), group.space.kind)


def _transparency(page: Page, paint: Paint) -> Iterator[Finding]:
    state = paint.state
    if state.soft_mask or (isinstance(paint, ImagePaint) and paint.masked):
        yield Finding(LIVE, page.number, page.name(paint), "SMask")
    elif paint.alpha < 1:
        yield Finding(LIVE, page.number, page.name(paint), f"{paint.alpha:.0%}")
    elif state.blend not in ("Normal", "Compatible"):
        yield Finding(LIVE, page.number, page.name(paint), state.blend)


def _text(page: Page, paint: TextPaint, index: int) -> Iterator[Finding]:
    colour = paint.colour
    if colour is None or colour.pattern or not paint.visible:
        return
    size = f"{paint.size:.1f} pt"
    if colour.white and _vanishes(paint, colour):
        yield Finding(WHITE_TEXT, page.number, page.name(paint), size)
    total = sum(colour.inks)
    if colour.inks[3] >= RICH_KEY and total > RICH_TEXT.limit / 100:
        yield Finding(RICH_TEXT, page.number, page.name(paint), f"{total:.0%}")
    if round(paint.size, 1) < BLACK_TEXT.limit and colour.black_only:
        yield from _knocked_out(page, paint, index, BLACK_TEXT, size)


def _path(page: Page, paint: PathPaint, index: int) -> Iterator[Finding]:
    colour = paint.colour
    if colour is None or colour.pattern:
        return
    if colour.white and _vanishes(paint, colour):
        yield Finding(WHITE_PATH, page.number, page.name(paint))
    if paint.kind == "stroke" and colour.black_only and round(paint.width, 3) < BLACK_LINE.limit:
        yield from _knocked_out(page, paint, index, BLACK_LINE, f"{paint.width:.2f} pt")


def _vanishes(paint: Paint, colour: PaintColour) -> bool:
    """White in every process ink knocks nothing out when it overprints with OPM 1 (ISO 32000-1, 11.7.4.5)."""
    if colour.space.kind in ("Separation", "DeviceN"):
        return paint.overprint
    return paint.overprint and paint.state.overprint_mode == 1


def _knocked_out(page: Page, paint: Paint, index: int, overprint: Rule, value: str) -> Iterator[Finding]:
    colour = paint.colour
    if colour is None or not over_paint(page, paint, index):
        return
    if colour.space.kind == "DeviceGray":
        yield Finding(GRAY_TEXT, page.number, page.name(paint), value)
    elif not paint.overprint or (colour.space.kind == "DeviceCMYK" and paint.state.overprint_mode != 1):
        yield Finding(overprint, page.number, page.name(paint), value)
