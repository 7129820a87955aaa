"""What a speaker says to the room: 谢谢主持人。各位记者朋友，大家上午好！ It is no point of the text."""

from __future__ import annotations

import re

_PEOPLE = (
    "(?:新闻界|媒体界|媒体|新闻|记者|网友|领导|来宾|嘉宾|代表|委员|同事|同志|同仁|专家|朋友|市民|观众|听众|先生|女士|老师|主持人|大家"
    "|们|各界|社会|中外|的|、|和|与|及)"
)
_CALL = f"(?:尊敬的|亲爱的)?(?:各位|大家|主持人|(?={_PEOPLE}*们){_PEOPLE}){_PEOPLE}*"
_HELLO = "(?:(?:大家|你们|各位)(?:早上|上午|中午|下午|晚上)?|早上|上午|中午|下午|晚上)好"
_THANKS = f"(?:再次|最后)?(?:再次)?(?:谢谢|感谢)(?:{_CALL})?(?:的(?:介绍|提问|聆听|关注|到来|光临))?"
_CLOSE = "(?:我的|我)?(?:介绍|发布|通报|回答|报告)?(?:先|就)?(?:介绍|通报)?到(?:这里|此)"
_OPENING = re.compile(
    f"\\s*(?:{_CALL}|{_CLOSE}|(?:{_CALL})?{_HELLO}|{_THANKS})(?:[，：:！!。,；]|$)[”’」』]?\\s*"
)


def without_greeting(text: str) -> str:
    """The text without the greetings it begins with, verbatim; empty where it is nothing else."""
    while text and (found := _OPENING.match(text)):
        text = text[found.end() :]
    return text


def is_greeting(text: str) -> bool:
    """Whether the text greets or thanks the room and says nothing else."""
    return not without_greeting(text)
