"""What makes a file PDF/X-4: its output intent and its claim.

After ISO 15930-7 as publicly summarised, and the GWG 2022 sheetfed rules (R0001 base standard,
R0035 CMYK output intent).
"""

from __future__ import annotations

from typing import Any

from reportgen.model.press import OutputCondition
from reportgen.pdf.document_info import DocumentInfo
from reportgen.pdf.metadata import Claim, Intent, declare
from reportgen.printers.profiles import profile_path

X4 = Claim(
    ' xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"',
    "<pdf:Trapped>False</pdf:Trapped><pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>",
)


def declare_press(canvas: Any, info: DocumentInfo, condition: OutputCondition) -> None:
    """Adds what PDF/X-4 requires to the open document."""
    profile = profile_path(condition)
    intent = Intent(
        "GTS_PDFX", condition.identifier, condition.name, profile, 4, "DeviceCMYK", condition.registry
    )
    declare(canvas, info, X4, intent)
