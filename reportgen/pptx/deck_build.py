"""The parts of a deck on our own layouts, made in order and numbered as they are made."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from reportgen.fonts import Fonts
from reportgen.layout.slides.scheme import SECTION, SLOTS
from reportgen.model.sheet import ChartItem, PictureItem, Sheet
from reportgen.model.slide import ChartForm, Deck, FontSupply
from reportgen.model.theme import Theme
from reportgen.pptx.chart_look import ChartLook, is_native
from reportgen.pptx.chart_part import chart_bytes
from reportgen.pptx.colours import RECOLOURED, DeckPalette
from reportgen.pptx.container import CT, FONT_EXTENSION, RT, Container, Part
from reportgen.pptx.embedding import embedded_fonts
from reportgen.pptx.handout_part import handout_master_bytes
from reportgen.pptx.layout_part import layout_bytes, master_bytes
from reportgen.pptx.notes_part import notes_bytes, notes_master_bytes
from reportgen.pptx.presentation_part import Masters, app_bytes, core_bytes, presentation_bytes, side_parts
from reportgen.pptx.slide_part import Relations, SlideWriter
from reportgen.pptx.text import TextWriter
from reportgen.pptx.theme_part import theme_bytes
from reportgen.pptx.typefaces import Typefaces
from reportgen.pptx.workbook import workbook
from reportgen.typeset.chart_words import ChartWords

if TYPE_CHECKING:
    from reportgen.pptx.photographs import Photographs


class DeckBuild:
    """Parts of one presentation."""

    media_name = ""  # before the names of pictures

    def __init__(self, deck: Deck, theme: Theme, fonts: Fonts, supply: FontSupply, charts: ChartForm) -> None:
        self.deck = deck
        self.theme = theme
        self.fonts = fonts
        self.text = TextWriter(DeckPalette(theme), Typefaces(fonts, system=supply == "system"))
        self.supply = supply
        art = (shape for layout in deck.layouts for shape in layout.art)
        hidden = frozenset((*deck.master_art, *art))
        self.letters = ChartWords(fonts, theme.colour("ink-text"))
        self.slides = SlideWriter(self.text, self.letters, hidden)
        # On layouts shared by sections of several colours the scheme's slots are one fewer.
        self.recoloured = SlideWriter(
            TextWriter(DeckPalette(theme, RECOLOURED), self.text.faces), self.letters, hidden
        )
        self.container = Container()
        self.chart_form = charts
        self.clicks = {build.sheet: build.clicks for build in deck.builds}
        self.charts = 0

    def to_bytes(self, created: datetime | None) -> bytes:
        deck, container = self.deck, self.container
        main = container.add_root("/ppt/presentation.xml", CT.PML_PRESENTATION_MAIN, RT.OFFICE_DOCUMENT)
        master = container.add("/ppt/slideMasters/slideMaster1.xml", CT.PML_SLIDE_MASTER)
        layouts = self._layouts(master)
        notes_master = self._notes_master()
        masters = Masters(
            main.relate_to(master, RT.SLIDE_MASTER),
            main.relate_to(notes_master, RT.NOTES_MASTER),
            main.relate_to(self._handout_master(), RT.HANDOUT_MASTER),
        )
        slides = {}
        for number, sheet in enumerate(deck.sheets, start=1):
            part = self._slide(number, sheet, layouts[sheet.layout], notes_master)
            slides[sheet.name] = main.relate_to(part, RT.SLIDE)
        main.relate_to(master.part_related_by(RT.THEME), RT.THEME)
        for name, kind, relation, blob in side_parts():
            main.relate_to(container.add(name, kind, blob), relation)
        main.blob = presentation_bytes(deck, masters, slides, self._embed(main))
        self._properties(created)
        return container.to_bytes()

    def _properties(self, created: datetime | None) -> None:
        """The properties of the file."""
        core, app = core_bytes(self.deck, created), app_bytes(self.deck)
        add = self.container.add_root
        add("/docProps/core.xml", CT.OPC_CORE_PROPERTIES, RT.CORE_PROPERTIES, core)
        add("/docProps/app.xml", CT.OFC_EXTENDED_PROPERTIES, RT.EXTENDED_PROPERTIES, app)

    def _embed(self, main: Part) -> str:
        """The font parts and their list entries, once all text has been written."""
        entries = ""
        for number, font in enumerate(embedded_fonts(self.text.faces, self.fonts, self.supply), start=1):
            name = f"/ppt/fonts/font{number}.{FONT_EXTENSION}"
            entries += font.xml(main.relate_to(self.container.add(name, CT.X_FONTDATA, font.data), RT.FONT))
        return entries

    def _layouts(self, master: Part) -> dict[str, Part]:
        """The layout parts by key, related to the master both ways, and the master's theme."""
        parts: dict[str, Part] = {}
        ids = []
        for number, layout in enumerate(self.deck.layouts, start=1):
            name = f"/ppt/slideLayouts/slideLayout{number}.xml"
            part = self.container.add(name, CT.PML_SLIDE_LAYOUT, layout_bytes(layout, self.text))
            part.relate_to(master, RT.SLIDE_MASTER)
            ids.append(master.relate_to(part, RT.SLIDE_LAYOUT))
            parts[layout.key] = part
        self._theme(1, master)
        master.blob = master_bytes(self.deck, self.text, ids)
        return parts

    def _theme(self, number: int, owner: Part) -> None:
        blob = theme_bytes(self.text.palette, self.text.faces)
        part = self.container.add(f"/ppt/theme/theme{number}.xml", CT.OFC_THEME, blob)
        owner.relate_to(part, RT.THEME)

    def _notes_master(self) -> Part:
        name = "/ppt/notesMasters/notesMaster1.xml"
        part = self.container.add(name, CT.PML_NOTES_MASTER, notes_master_bytes(self.text))
        self._theme(2, part)
        return part

    def _handout_master(self) -> Part:
        name = "/ppt/handoutMasters/handoutMaster1.xml"
        blob = handout_master_bytes(self.deck, self.text)
        part = self.container.add(name, CT.PML_HANDOUT_MASTER, blob)
        self._theme(3, part)
        return part

    def _slide(self, number: int, sheet: Sheet, layout: Part, notes_master: Part) -> Part:
        part = self.container.add(f"/ppt/slides/slide{number}.xml", CT.PML_SLIDE)
        part.relate_to(layout, RT.SLIDE_LAYOUT)
        planned = self.deck.layout(sheet.layout)
        usual = self.theme.role(sheet.section).text.token == SLOTS[SECTION]
        writer = self.recoloured if planned.recoloured and not usual else self.slides
        charts = [item for item in sheet.items if isinstance(item, ChartItem)]
        native = [item for item in charts if is_native(item.spec)]
        pictures = [item for item in sheet.items if isinstance(item, PictureItem)]
        images = tuple(part.relate_to(self.photographs.part(item), RT.IMAGE) for item in pictures)
        if self.chart_form == "picture":
            relations = Relations((), images, tuple(self._chart_picture(item, part) for item in charts))
        else:
            own = tuple(part.relate_to(self._chart(item, writer.text), RT.CHART) for item in native)
            relations = Relations(own, images)
        part.blob = writer.slide(sheet, planned, relations, self.clicks.get(sheet.name, ()))
        notes = self.container.add(
            f"/ppt/notesSlides/notesSlide{number}.xml",
            CT.PML_NOTES_SLIDE,
            notes_bytes(sheet.notes, self.text),
        )
        notes.relate_to(notes_master, RT.NOTES_MASTER)
        notes.relate_to(part, RT.SLIDE)
        part.relate_to(notes, RT.NOTES_SLIDE)
        return part

    def _chart(self, item: ChartItem, text: TextWriter) -> Part:
        """The chart part and the workbook it is edited through."""
        self.charts += 1
        part = self.container.add(f"/ppt/charts/chart{self.charts}.xml", CT.DML_CHART)
        book = self.container.add(
            f"/ppt/embeddings/Microsoft_Excel_Sheet{self.charts}.xlsx",
            CT.SML_SHEET,
            workbook(item.spec, self.deck.subject or self.deck.title),
        )
        size = (item.rect.width, item.rect.height)
        look = ChartLook(self.theme.role(item.section), self.theme, text, self.letters, size, item.head)
        part.blob = chart_bytes(item.spec, look, part.relate_to(book, RT.PACKAGE))
        return part

    @cached_property
    def photographs(self) -> Photographs:
        """The pictures' parts; a deck without any loads no imaging library."""
        from reportgen.pptx.photographs import Photographs

        return Photographs(self.container, self.media_name)

    def _chart_picture(self, item: ChartItem, slide: Part) -> tuple[str, str]:
        """Relations to PNG and SVG of the chart."""
        from reportgen.pptx.chart_picture import chart_picture  # loads matplotlib

        self.charts += 1
        drawn = chart_picture(item, self.theme, self.fonts)
        name = f"/ppt/media/{self.media_name}chart{self.charts}"
        png = self.container.add(f"{name}.png", CT.PNG, drawn.png)
        svg = self.container.add(f"{name}.svg", CT.SVG, drawn.svg)
        return slide.relate_to(png, RT.IMAGE), slide.relate_to(svg, RT.IMAGE)
