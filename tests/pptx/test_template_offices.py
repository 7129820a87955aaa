"""The article on templates of different offices: all of it is shown, can be read, and keeps to the boxes."""

from __future__ import annotations

import re
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import pytest
import template_offices
from pptx import Presentation
from samples import fonts
from test_pptx_validity import sdk_errors
from test_template_deck import archived, deck, lost, report_with, shelf

from reportgen.model.sheet import ChartItem, TableItem
from reportgen.pipeline import load
from reportgen.products.deck import deck_theme, slides
from reportgen.products.edition import Edition
from reportgen.themes.audit import contrast

OFFICES = {
    "banded": (template_offices.banded, ""),
    "lettered": (template_offices.lettered, ""),
    "without_subtitle": (template_offices.without_subtitle, template_offices.NO_SUBTITLE),
    "beside_picture": (template_offices.beside_picture, ""),
    "low": (template_offices.low, ""),
    "dark": (template_offices.dark, ""),
    "photographed": (template_offices.photographed, ""),
    "two_masters": (template_offices.two_masters, template_offices.SECOND_MASTER),
}
GROUNDS = {
    "dark": template_offices.DARK_GROUND,
    "photographed": "14285A",
    "beside_picture": "FFFFFF",
    "low": "FFFFFF",
}


@lru_cache
def loaded(office: str) -> Edition:
    make, mapping = OFFICES[office]
    folder = shelf() / office
    folder.mkdir()
    return load(report_with(folder, "yuci", make(), mapping), fonts())


@lru_cache
def written(office: str) -> bytes:
    return deck(loaded(office))


@pytest.mark.parametrize("office", OFFICES)
def test_all_of_the_article_is_shown_and_the_file_is_valid(office: str, tmp_path: Path) -> None:
    found = loaded(office)
    assert lost(found.report, slides(found).sheets) == []
    assert sdk_errors(written(office), tmp_path) == []


@pytest.mark.parametrize("office", GROUNDS)
def test_the_ground_is_what_the_master_really_paints_under_the_text(office: str) -> None:
    theme = deck_theme(loaded(office))
    assert theme.colour("white").hex == GROUNDS[office]
    texts = [theme.colour("ink-text"), *(role.text for role in theme.roles)]
    assert all(contrast(colour, theme.colour("white")) >= 4.5 for colour in texts)
    if office in ("dark", "photographed"):
        assert all(contrast(role.accent, theme.colour("white")) >= 3 for role in theme.roles)


def test_no_word_on_a_hard_dark_ground_has_the_scheme_s_black() -> None:
    drawn = 0
    for entry, blob in archived(written("dark")).items():
        if re.match(r"ppt/(slides|charts)/[^/]+\.xml", entry):
            assert b'schemeClr val="tx1"' not in blob, entry
            drawn += blob.count(b'schemeClr val="bg1"')
    assert drawn > 20  # white, by the scheme's name for it


def test_what_would_be_drawn_too_low_to_be_read_is_said_in_numbers() -> None:
    found = loaded("low")
    sheets = slides(found).sheets
    kinds = {item.spec.kind for sheet in sheets for item in sheet.items if isinstance(item, ChartItem)}
    assert kinds & {"cells", "columns", "bars"} == set()
    ordinary = (item for sheet in slides(loaded("banded")).sheets for item in sheet.items)
    assert {"cells", "columns", "bars"} <= {i.spec.kind for i in ordinary if isinstance(i, ChartItem)}


def test_values_at_bars_are_no_higher_than_their_rows(tmp_path: Path) -> None:
    """An office program breaks a value that is higher than its row after a digit or two."""
    sizes = {}
    for office in ("low", "banded"):
        (tmp_path / office).mkdir()
        folder = report_with(tmp_path / office, "long", OFFICES[office][0]())
        presentation = Presentation(BytesIO(deck(load(folder, fonts()))))
        (chart,) = [
            shape.chart
            for slide in presentation.slides
            for shape in slide.shapes
            if shape.name == "重点产业产值" and shape.has_chart
        ]
        sizes[office] = {plot.data_labels.font.size.pt for plot in chart.plots[0].series}
    assert sizes == {"low": {24.0}, "banded": {40.0}}


def test_values_beside_a_doughnut_have_room_to_spare_in_their_column(tmp_path: Path) -> None:
    folder = report_with(tmp_path, "rare", template_offices.banded())
    sheets = slides(load(folder, fonts())).sheets
    tables = [
        i for sheet in sheets for i in sheet.items if isinstance(i, TableItem) and i.name.endswith("数值")
    ]
    assert tables
    for table in tables:
        for *_, value in table.rows:
            assert max(line.width for line in value.lines) <= table.columns[-1] * 0.95


def test_slides_stand_on_the_second_of_two_masters_where_the_mapping_says_so() -> None:
    show = Presentation(BytesIO(written("two_masters")))
    parts = {str(slide.slide_layout.slide_master.part.partname) for slide in show.slides}
    assert parts == {"/ppt/slideMasters/slideMaster2.xml"}
    assert len(show.slide_masters) == 2


def test_no_slide_has_a_number_left_over_alone() -> None:
    continued = [sheet for sheet in slides(loaded("dark")).sheets if "（续" in sheet.title]
    assert continued
    for sheet in continued:
        shown = [item for item in sheet.items if getattr(item, "role", "") in ("body", "numeral", "figure")]
        assert [item.role for item in shown] != ["numeral"], sheet.title
