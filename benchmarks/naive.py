"""The brochure as most would write it: platypus, TTFont, charts by pyplot through SVG and svglib.

Plain pages with the article's text and the same charts. Needs svglib, which the project itself does
not depend on (pip install svglib). Usage: naive.py REPORT_FOLDER OUT.pdf
"""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plt
from matplotlib import font_manager
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer
from svglib.svglib import svg2rlg

FONTS = Path(__file__).parents[1] / "assets" / "fonts"
FACES = {
    "serif": "NotoSerifSC-Regular.ttf",
    "black": "NotoSerifSC-Black.ttf",
    "sans": "NotoSansSC-Regular.ttf",
}
CHARTS = (
    ("pie", ["第一产业", "第二产业", "第三产业"], [6.1, 10.4, 83.5]),
    ("barh", ["高校教师来榆创办科技创新型企业", "促进就业", "放宽落户", "街校共建"], [28, 20, 14, 7]),
    ("bar", ["城", "乡"], [4.96, 6.22]),
    ("barh", ["农特产品精深加工产值"], [300]),
    ("bar", ["圆满交付", "顺利选房"], [4, 2]),
    ("bar", ["精品示范村", "提档升级村"], [15, 22]),
    ("pie", ["分钟", ""], [15, 45]),
)


def main(folder: str, out: str) -> None:
    for name, file in FACES.items():
        pdfmetrics.registerFont(TTFont(name, FONTS / file))
    font_manager.fontManager.addfont(FONTS / FACES["sans"])
    plt.rcParams["font.family"] = "Noto Sans SC"
    body = ParagraphStyle("body", fontName="serif", fontSize=11, leading=18, wordWrap="CJK")
    head = ParagraphStyle("head", fontName="black", fontSize=28, leading=36, wordWrap="CJK")
    story = []
    charts = iter(CHARTS)
    source = (Path(folder) / "report.md").read_text(encoding="utf-8").split("---\n", 2)[2]
    for block in source.split("\n\n"):
        text = plain(block)
        if not text:
            continue
        if text.startswith("#"):
            story += [PageBreak()] if text.startswith("# ") else []
            story.append(Paragraph(text.lstrip("# "), head))
            continue
        story += [Paragraph(text, body), Spacer(1, 12)]
        if chart := next(charts, None):
            story.append(drawing(*chart))
    SimpleDocTemplate(out, pagesize=A4).build(story)


def plain(block: str) -> str:
    """The prose without marks and containers."""
    if block.startswith(":::"):
        return ""
    while (stripped := re.sub(r"\[([^\[\]]*)\]\{[^{}]*\}", r"\1", block)) != block:
        block = stripped
    return block.replace("|", "").strip()


def drawing(kind: str, labels: list[str], values: list[float]) -> object:
    figure, axes = plt.subplots(figsize=(4.6, 2.8))
    if kind == "pie":
        axes.pie(values, labels=labels)
    else:
        getattr(axes, kind)(labels, values)
    figure.tight_layout()
    buffer = io.BytesIO()
    figure.savefig(buffer, format="svg")
    plt.close(figure)
    buffer.seek(0)
    return svg2rlg(buffer)


if __name__ == "__main__":
    main(*sys.argv[1:3])
