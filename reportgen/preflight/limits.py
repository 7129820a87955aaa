"""What preflight does not check, stated plainly for each standard."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reportgen.errors import Message
from reportgen.preflight.finding import RuleScope

UNCHECKED: Mapping[RuleScope, tuple[Message, ...]] = {
    "any": (
        Message(
            "字形本身的对错：字体程序内部的轮廓与指令", "the outlines and instructions inside font programs"
        ),
        Message(
            "JPEG、JPEG 2000、JBIG2 图像数据的内部结构",
            "the internal structure of JPEG, JPEG 2000 and JBIG2 data",
        ),
    ),
    "press": (
        Message(
            "这份 ICC 配置是不是印厂要的：请与印厂确认",
            "whether the ICC profile is the one your printer wants: please ask",
        ),
        Message(
            "RGB、Lab、ICC 颜色分色后的墨量（只作估算）",
            "the inks RGB, Lab and ICC colours separate into (only estimated)",
        ),
        Message(
            "陷印、专色的实际颜色、渐变是否出现条带",
            "trapping, the real colour of spot inks, banding in gradients",
        ),
        Message("书脊一侧相邻两页是否对齐", "whether facing pages meet at the spine"),
    ),
    "ua": (
        Message(
            "只有人能判断的项目：阅读顺序是否合理、替代文字是否贴切、标签是否用得恰当（Matterhorn 的人工检查点）",
            "what only people can judge: whether reading order, alternative texts and tags make sense "
            "(Matterhorn's human checkpoints)",
        ),
        Message("颜色对比度，以及是否只靠颜色传达信息", "contrast, and whether colour alone carries meaning"),
        Message("表单、多媒体与三维内容的无障碍要求", "accessibility of forms, media and 3D"),
    ),
    "a2": (
        Message("附件是否真的符合 PDF/A", "whether attached PDFs really conform to PDF/A"),
        Message("数字签名，JPEG 2000 的颜色限制", "digital signatures, colour limits of JPEG 2000"),
    ),
}
KNOWN = ("PDF/X-4", "PDF/UA-1", "PDF/A-2", "PDF/A-3")


def unchecked(claims: Iterable[str], scopes: frozenset[RuleScope]) -> Iterator[Message]:
    """Everything not checked in a file with these claims."""
    for claim in claims:
        if not claim.startswith(KNOWN):
            yield Message(
                f"{claim} 自身的规则（只查了通用规则）",
                f"the rules of {claim} itself (only general ones ran)",
            )
    for scope, messages in UNCHECKED.items():
        if scope in scopes:
            yield from messages
