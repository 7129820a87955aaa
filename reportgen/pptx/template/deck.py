"""A deck on the office's own template: our slides in its package, on its masters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from reportgen.fonts import Fonts
from reportgen.layout.slides.scheme import SLOTS
from reportgen.model.slide import ChartForm, Deck
from reportgen.model.template import Template
from reportgen.model.theme import Colour, Theme
from reportgen.pptx.colours import FAMILY, DeckPalette, changes
from reportgen.pptx.container import CT, RT, Part
from reportgen.pptx.deck_build import DeckBuild
from reportgen.pptx.presentation_part import side_parts
from reportgen.pptx.template.parts import NOTES, TemplatePart, kept_parts, template_presentation
from reportgen.pptx.template.text import TemplateFaces, TemplateSlideWriter
from reportgen.pptx.text import TextWriter
from reportgen.pptx.theme_part import theme_bytes

# The slots of the template's scheme that hold a token; further accents are left to the template.
FILLED = ("dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3")
NUMBERED = re.compile(r"/ppt/(?:charts/chart|embeddings/Microsoft_Excel_Sheet)(\d+)\.")
TABLE_STYLES = "/ppt/tableStyles.xml"


class TemplatePalette(DeckPalette):
    """Colours by the names of the template's scheme, ``given`` as RRGGBB by these names.

    Where the template's ground or text is none of its scheme's, they and their greys are written as they are.
    """

    def __init__(self, theme: Theme, given: Mapping[str, str]) -> None:
        super().__init__(theme, {slot: SLOTS[slot] for slot in FILLED})
        self.given = given
        ground, ink = theme.colour("white").hex, theme.colour("ink-text").hex
        self.plain = (ground, ink) == (given["bg1"], given["tx1"])

    def _write(self, colour: Colour) -> str:
        if self.plain:
            return super()._write(colour)
        name = next((name for name, rgb in self.given.items() if rgb == colour.hex), None)
        if name is not None:
            return f'<a:schemeClr val="{name}"/>'
        accent = FAMILY.get(colour.token.split("-")[0], "")
        if not accent.startswith("accent"):
            return f'<a:srgbClr val="{colour.hex}"/>'
        return f'<a:schemeClr val="{accent}">{changes(self.given[accent], colour)}</a:schemeClr>'


class TemplateBuild(DeckBuild):
    """Parts of one presentation: first the template's, under their own names, then ours."""

    media_name = "our-"

    def __init__(self, deck: Deck, template: Template, theme: Theme, fonts: Fonts, charts: ChartForm) -> None:
        super().__init__(deck, theme, fonts, "system", charts)
        self.kept = kept_parts(template.file.data)
        self.text = TextWriter(
            TemplatePalette(theme, template.use("figure").layout.colours), TemplateFaces(fonts)
        )
        self.slides = TemplateSlideWriter(self.text, self.letters, template, self.kept.colour_maps)
        numbers = (NUMBERED.match(name) for name in self.kept.parts)
        self.charts = max((int(found[1]) for found in numbers if found), default=0)

    def to_bytes(self, created: datetime | None) -> bytes:
        deck, container, kept = self.deck, self.container, self.kept
        main = container.add_root("/ppt/presentation.xml", CT.PML_PRESENTATION_MAIN, RT.OFFICE_DOCUMENT)
        for own in kept.parts.values():
            container.adopt(own)
        notes_master = kept.parts[kept.notes_master] if kept.notes_master else self._notes_master()
        kinds = dict.fromkeys(kept.masters, RT.SLIDE_MASTER)
        kinds |= {kept.handout_master: RT.HANDOUT_MASTER} if kept.handout_master else {}
        kinds |= dict.fromkeys(kept.fonts, RT.FONT)
        relations = {name: main.relate_to(kept.parts[name], kind) for name, kind in kinds.items()}
        relations[NOTES] = main.relate_to(notes_master, RT.NOTES_MASTER)
        slides = {}
        for number, sheet in enumerate(deck.sheets, start=1):
            part = self._slide(number, sheet, kept.parts[sheet.layout], notes_master)
            slides[sheet.name] = main.relate_to(part, RT.SLIDE)
        main.relate_to(self._master_theme(), RT.THEME)
        for name, kind, relation, blob in side_parts():
            styles = kept.parts[kept.table_styles] if kept.table_styles and name == TABLE_STYLES else None
            main.relate_to(styles or container.add(name, kind, blob), relation)
        main.blob = template_presentation(kept, relations, slides, deck.sections)
        self._properties(created)
        return container.to_bytes()

    def _master_theme(self) -> TemplatePart:
        master = self.kept.parts[self.kept.masters[0]]
        return self.kept.parts[master.part_name_related_by(RT.THEME)]

    def _theme(self, number: int, owner: Part) -> None:
        """The template's theme again, under the first number that is free, for a master of our own."""
        numbers = range(1, len(self.kept.parts) + 2)
        name = next(n for i in numbers if (n := f"/ppt/theme/theme{i}.xml") not in self.kept.parts)
        theme = self._master_theme()
        # A theme with pictures of its own cannot be copied without them.
        blob = theme_bytes(self.text.palette, self.text.faces) if len(theme.rels) else theme.blob
        owner.relate_to(self.container.add(name, CT.OFC_THEME, blob), RT.THEME)
