"""What makes a file PDF/UA-1 and PDF/A-2a: structure tree, output intent and claims, in a compact file.

ISO 14289-1 clause 5, ISO 19005-2 6.2.3 and 6.6. Properties XMP itself does not define need their schema
described in the file (6.6.2.3).
"""

from __future__ import annotations

from typing import Any

from reportgen.pdf.document_info import DocumentInfo
from reportgen.pdf.marked_content import MarkedContent
from reportgen.pdf.metadata import Claim, Intent, declare
from reportgen.pdf.object_streams import CompactDocument
from reportgen.pdf.reportlab_parts import document_of
from reportgen.pdf.structure_tree import write_structure
from reportgen.printers.profiles import bundled_profile

SRGB, SRGB_PROFILE = "sRGB IEC61966-2.1", "sRGB.icc"
UA_SCHEMA = """<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>"""
UA1_A2A = Claim(
    ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"'
    ' xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"'
    ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"',
    "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>\n"
    f"<pdfuaid:part>1</pdfuaid:part>\n{UA_SCHEMA}",
)


def tag(canvas: Any, marked: MarkedContent, info: DocumentInfo) -> None:
    """Adds all that to the open document, whose pages have been painted in these marks."""
    open_document = document_of(canvas)
    open_document.__class__ = CompactDocument
    write_structure(open_document, marked, info.document.sheets)
    intent = Intent("GTS_PDFA1", SRGB, SRGB, bundled_profile(SRGB_PROFILE), 3, "DeviceRGB")
    declare(canvas, info, UA1_A2A, intent)
