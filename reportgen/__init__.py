"""One marked text in, a print brochure and a presentation out.

``content/<report>/report.md`` ──load──▶ Report ──plan──▶ Sheets ──render──▶ bytes ──write──▶ ``dist/``
"""

__version__ = "0.1.0"
