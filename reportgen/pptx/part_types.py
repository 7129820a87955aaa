"""Content types and kinds of relation of a presentation's parts, under the names python-pptx gives them.

ISO 29500-1 §13 and §15, ISO 29500-2 annex E; here so that writing a deck need not load that library.
"""

from __future__ import annotations

_OFFICE = "application/vnd.openxmlformats-officedocument."
_PACKAGE = "application/vnd.openxmlformats-package."
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


class CT:
    """Content types."""

    OPC_CORE_PROPERTIES = f"{_PACKAGE}core-properties+xml"
    OPC_RELATIONSHIPS = f"{_PACKAGE}relationships+xml"
    OFC_EXTENDED_PROPERTIES = f"{_OFFICE}extended-properties+xml"
    OFC_THEME = f"{_OFFICE}theme+xml"
    PML_PRESENTATION_MAIN = f"{_OFFICE}presentationml.presentation.main+xml"
    PML_PRES_PROPS = f"{_OFFICE}presentationml.presProps+xml"
    PML_VIEW_PROPS = f"{_OFFICE}presentationml.viewProps+xml"
    PML_TABLE_STYLES = f"{_OFFICE}presentationml.tableStyles+xml"
    PML_SLIDE = f"{_OFFICE}presentationml.slide+xml"
    PML_SLIDE_LAYOUT = f"{_OFFICE}presentationml.slideLayout+xml"
    PML_SLIDE_MASTER = f"{_OFFICE}presentationml.slideMaster+xml"
    PML_NOTES_SLIDE = f"{_OFFICE}presentationml.notesSlide+xml"
    PML_NOTES_MASTER = f"{_OFFICE}presentationml.notesMaster+xml"
    PML_HANDOUT_MASTER = f"{_OFFICE}presentationml.handoutMaster+xml"
    DML_CHART = f"{_OFFICE}drawingml.chart+xml"
    SML_SHEET = f"{_OFFICE}spreadsheetml.sheet"
    SML_SHEET_MAIN = f"{_OFFICE}spreadsheetml.sheet.main+xml"
    SML_WORKSHEET = f"{_OFFICE}spreadsheetml.worksheet+xml"
    SML_STYLES = f"{_OFFICE}spreadsheetml.styles+xml"
    SML_SHARED_STRINGS = f"{_OFFICE}spreadsheetml.sharedStrings+xml"
    X_FONTDATA = "application/x-fontdata"
    XML = "application/xml"
    PNG = "image/png"
    JPEG = "image/jpeg"
    SVG = "image/svg+xml"


class RT:
    """Kinds of relation."""

    CORE_PROPERTIES = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    EXTENDED_PROPERTIES = f"{_RELATION}extended-properties"
    OFFICE_DOCUMENT = f"{_RELATION}officeDocument"
    PRES_PROPS = f"{_RELATION}presProps"
    VIEW_PROPS = f"{_RELATION}viewProps"
    TABLE_STYLES = f"{_RELATION}tableStyles"
    SLIDE = f"{_RELATION}slide"
    SLIDE_LAYOUT = f"{_RELATION}slideLayout"
    SLIDE_MASTER = f"{_RELATION}slideMaster"
    NOTES_SLIDE = f"{_RELATION}notesSlide"
    NOTES_MASTER = f"{_RELATION}notesMaster"
    HANDOUT_MASTER = f"{_RELATION}handoutMaster"
    THEME = f"{_RELATION}theme"
    CHART = f"{_RELATION}chart"
    PACKAGE = f"{_RELATION}package"
    WORKSHEET = f"{_RELATION}worksheet"
    STYLES = f"{_RELATION}styles"
    SHARED_STRINGS = f"{_RELATION}sharedStrings"
    FONT = f"{_RELATION}font"
    IMAGE = f"{_RELATION}image"
