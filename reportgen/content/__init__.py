"""A report folder in, a frozen and validated :class:`~reportgen.model.report.Report` out."""

from reportgen.content.findings import check_report, figures_table
from reportgen.content.fixes import fix_text
from reportgen.content.load import load_report
from reportgen.content.punctuation import fix_punctuation
from reportgen.content.starter import new_report

__all__ = ["check_report", "figures_table", "fix_punctuation", "fix_text", "load_report", "new_report"]
