"""一页速览: the report on one A4 page, figures and words of the text only.

Head, hero figure (the lead's words where there is none), a column for each section, honours, source.
The order in which things are kept where not all has room: the hero, the sections' heads, their
declared figures, key spans of the text, whole sentences.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from reportgen.cache import Cache
from reportgen.fonts import Fonts
from reportgen.layout.handouts import paper
from reportgen.layout.handouts.fact_bands import bands_of
from reportgen.layout.handouts.honours_field import honours_field
from reportgen.layout.parts import labels
from reportgen.layout.parts.colour_bands import colour_bands, ink_on, line_on
from reportgen.layout.parts.drawing import field
from reportgen.layout.parts.frame import EMPTY, Frame, padded, stack
from reportgen.layout.parts.hero import hero_runs
from reportgen.layout.parts.names import source_name, unbroken_names
from reportgen.layout.parts.ornaments import rings
from reportgen.layout.parts.ornaments.rings import TENTHS
from reportgen.layout.parts.prose_runs import ProseStyle, prose_runs
from reportgen.layout.parts.structure import plan_structure
from reportgen.layout.parts.tagging import CALLOUTS, LABEL, LABELLED, entry, tagged
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.lengths import Rect, mm
from reportgen.model.report import Figure, Report, Span
from reportgen.model.sheet import LANGUAGE, Document, Item, Sheet, TextBox
from reportgen.model.theme import Colour, Theme
from reportgen.story.fact_sheet import blocks, hero_points
from reportgen.story.figure_words import label_of
from reportgen.story.hero import hero_figure, verdict
from reportgen.story.prose import sentences
from reportgen.story.titles import figures_time

NAME = "fact-sheet"
HEAD_HEIGHT, TALL_HEAD, POSTER_HEAD, HEAD_BOTTOM = mm(62), mm(125), mm(180), mm(6)
HEAD_SHARE = 0.6  # of the height to spare; the rest goes between the rows
TIME_GAP = mm(2)
SERIES_Y, TITLE_GAP, KIND_GAP, TEXT_INSET = mm(11), mm(4), mm(3.9), mm(11.4)
TITLE_SIZES = (46.0, 40.0, 34.0, 29.0, 26.0, 23.0, 20.0, 17.0, 14.0, 12.0)
TITLE_SPARE = mm(34)  # of the head, for all but its title
RINGS_X, RINGS_FOOT, RINGS_RADIUS = mm(176), mm(4), mm(92)
HERO_SIZES = (86.0, 76.0, 66.0, 56.0, 46.0, 36.0, 28.0)
HERO_WIDTH, HERO_UNIT = mm(88), 15.0
ZONE_TOP, ZONE_HEIGHT = mm(6), mm(35)  # below the head; to the columns
HERO_BASE = mm(25)  # the numeral's baseline in the zone
CLAIM_X, CLAIM_WIDTH, CLAIMS = mm(92), mm(88), 4
LEAD_SIZES = (14.0, 12.5, 11.0, 10.0, 9.0)
POSTER_SIZES = (30.0, 26.0, 22.0, 18.0, 16.0)  # where the lead is all there is
LEAD_SHARE, LEAD_ALONE = 0.24, 0.6  # of the room between head and foot, with and without sections
LEAD_GAP = mm(3)
FOOT_GAP = mm(7)
FOOT, SOURCE_Y, SOURCE_GAP, SOURCE_AIR = mm(285), mm(288), mm(2), mm(4)
MOST_SECTIONS = 36


def plan_fact_sheet(report: Report, theme: Theme, fonts: Fonts) -> Document:
    """One page, whatever the report holds."""
    ts = Typesetter(theme, fonts, Cache(), unbroken_names(report))
    honours = honours_field(report, ts)
    source = _source(report, ts)
    foot = min([FOOT, *(box.rect.y - SOURCE_GAP for box in source)])
    bottom = foot - (honours.height + FOOT_GAP if honours.items else mm(2))
    head = _head(report, HEAD_HEIGHT, ts)
    zone = _zone(report, bottom - head.height, ts)
    room = bottom - head.height - ZONE_TOP - zone.height
    parts = blocks(report, _texts(zone), MOST_SECTIONS)
    bands = bands_of(parts, paper.WIDTH, room, ts)
    if bands.need < room:
        most, share = (TALL_HEAD, HEAD_SHARE) if parts else (POSTER_HEAD, 1.0)
        head = _head(report, min(most, head.height + share * (room - bands.need)), ts)
    top = head.height + ZONE_TOP
    items: list[Item] = [*head.items, *zone.at(paper.MARGIN, top)]
    items += bands.items(paper.MARGIN, top + zone.height, bottom) if parts else ()
    items += honours.at(0, foot - honours.height)
    items += source
    sheet = Sheet(NAME, paper.SIZE, tuple(items), title=labels.FACT_SHEET)
    return Document(
        title=f"{report.title}　{labels.FACT_SHEET}",
        sheets=(sheet,),
        author=report.organisation or report.byline,
        subject=report.series,
        structure=plan_structure((sheet,), LANGUAGE),
    )


def _head(report: Report, height: float, ts: Typesetter) -> Frame:
    """The three colours over the page's width, rings behind the title; taller where a long title needs it."""
    bands = colour_bands(report, ts, paper.SIZE[0])
    ground = bands[-1].colour
    x = bands[-1].x + TEXT_INSET if bands[-1].x else paper.MARGIN
    words = _head_words(
        report, (paper.SIZE[0] - paper.MARGIN - x, height - TITLE_SPARE), ink_on(ground, ts.theme), ts
    )
    height = max(height, SERIES_Y + words.height + HEAD_BOTTOM)
    items: list[Item] = [field(Rect(band.x, 0, band.width, height), band.colour) for band in bands]
    area = Rect(bands[-1].x, 0, bands[-1].width, height)
    centre, radius = (RINGS_X, height - RINGS_FOOT), RINGS_RADIUS * height / HEAD_HEIGHT
    items += rings(centre, radius, TENTHS, line=line_on(ground, ts.theme), ground=ground, clip=area)
    y = max(SERIES_Y, (height - words.height) / 2)
    return Frame(paper.SIZE[0], height, (*items, *words.at(x, y)))


def _head_words(report: Report, room: tuple[float, float], ink: Colour, ts: Typesetter) -> Frame:
    """The time of the figures, series and organisation, the title as large as its room allows, and the kind of sheet."""
    said, width = paper.imprint(report), room[0]
    parts = []
    if time := figures_time(report):
        leading = ts.text(ts.paragraph(time, "fact-kind", ink), width, "label")
        parts.append(padded(leading, bottom=TIME_GAP))
    if said != report.title:
        series = ts.paragraph(said, "fact-series", ink)
        parts.append(padded(ts.text(series, width, "label"), bottom=TITLE_GAP))
    for size in TITLE_SIZES:
        title = ts.paragraph("\n".join(report.title_lines), "fact-title", ink, size=size)
        frame = ts.text(title, width, "title", block="title")
        if frame.height <= room[1] and _lines(frame) <= max(2, len(report.title_lines)):
            break
    kind = ts.text(ts.paragraph(labels.FACT_SHEET, "fact-kind", ink), width, "label")
    return stack((*parts, frame, padded(kind, top=KIND_GAP)))


def _lines(frame: Frame) -> int:
    return sum(len(item.lines) for item in frame.items if isinstance(item, TextBox))


def _zone(report: Report, room: float, ts: Typesetter) -> Frame:
    """Between head and columns: the hero with what the lead claims, else the lead itself."""
    hero = hero_figure(report)
    if hero is not None:
        return _hero(hero, report, ts)
    share = LEAD_SHARE if report.sections else LEAD_ALONE
    lead = _lead(report, room * share, ts)
    return padded(lead, top=LEAD_GAP, bottom=LEAD_GAP + mm(2)) if lead.items else EMPTY


def _hero(figure: Figure, report: Report, ts: Typesetter) -> Frame:
    runs = hero_runs(figure, HERO_WIDTH, HERO_SIZES, ts.theme.colour("brand-500"), ts, HERO_UNIT)
    big = ts.line(runs, HERO_WIDTH, ZONE_HEIGHT, HERO_BASE, "numeral", block=f"figure:{figure.id}")
    claims = _claims(figure, report, ts)
    y = max(0.0, HERO_BASE - claims.height + mm(1))
    items = (*tagged(big, LABEL).items, *tagged(claims, LABELLED).at(CLAIM_X, y))
    return tagged(Frame(paper.WIDTH, ZONE_HEIGHT, items), CALLOUTS, entry(figure.id))


def _claims(figure: Figure, report: Report, ts: Typesetter) -> Frame:
    """The figure's label, the rank the text gives it, then points of the lead, as many as fit."""
    frames = [ts.text(ts.paragraph(label_of(figure), "fact-claim"), CLAIM_WIDTH, "label")]
    for words in verdict(figure, report):
        bold = ts.paragraph(words, "fact-verdict")
        frames.append(ts.text(bold, CLAIM_WIDTH, "list", block="point:lead"))
    for words in hero_points(figure, report):
        frame = ts.text(ts.paragraph(words, "fact-claim"), CLAIM_WIDTH, "list", block="point:lead")
        if len(frames) < CLAIMS and stack((*frames, frame)).height <= HERO_BASE:
            frames.append(frame)
    return stack(frames)


def _lead(report: Report, room: float, ts: Typesetter) -> Frame:
    """The lead as large as the room allows; at the least size as many whole sentences as fit."""
    spoken = [group for paragraph in report.lead for group in sentences(paragraph)]
    sizes = LEAD_SIZES if report.sections else (*POSTER_SIZES, *LEAD_SIZES)
    for size in sizes:
        frame = _lead_text(spoken, size, ts)
        if frame.height <= room:
            return frame
    while spoken and frame.height > room:
        spoken = spoken[:-1]
        frame = _lead_text(spoken, sizes[-1], ts)
    return frame


def _lead_text(spoken: Sequence[Sequence[Span]], size: float, ts: Typesetter) -> Frame:
    if not spoken:
        return EMPTY
    plain = ts.style("fact-lead", size=size)
    strong = replace(plain, face="serif-700")
    runs = prose_runs((span for group in spoken for span in group), ProseStyle(plain, strong, strong))
    return ts.text(ts.paragraph(runs, "fact-lead", size=size), paper.WIDTH, "body", block="lead")


def _texts(frame: Frame) -> str:
    return "\n".join(item.text for item in frame.items if isinstance(item, TextBox))


def _source(report: Report, ts: Typesetter) -> tuple[TextBox, ...]:
    """Where the words come from, and who wrote them."""
    grey = ts.theme.colour("grey-600")
    right = ts.paragraph("　".join(p for p in (report.byline, report.date) if p), "source", grey, "right")
    own = ts.width(right.runs) + mm(2) if right.text else 0.0
    items: list[Item] = []
    if right.text:
        items += ts.text(right, own, "caption").at(paper.MARGIN + paper.WIDTH - own, SOURCE_Y)
    if name := source_name(report):
        said = ts.paragraph(f"{labels.MATERIAL_SOURCE}：{name}", "source", grey)
        frame = ts.text(said, paper.WIDTH - own - SOURCE_AIR, "caption")
        items += frame.at(paper.MARGIN, SOURCE_Y - max(0.0, frame.height - said.leading))
    return tuple(item for item in items if isinstance(item, TextBox))
