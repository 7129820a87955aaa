"""The brochure's own words, besides the report's."""

CONTENTS = "目录"
GLANCE = "一览"
FOREWORD = "导语"
HONOURS_LINES = ("荣誉", "与称号")
HONOURS = "".join(HONOURS_LINES)
INDEX = "数据索引"
NOTES = "采访札记"
PATTERN = "以数为纹"
PATTERN_NOTE = "本册的色带与纹样，均由正文数据按比例绘制。"
INDEX_NOTE = "本册所用数据均出自发布会文稿，以下逐条列出原文。"
GLANCE_NOTE = "各项数据的原文依据见“数据索引”。"
CONTACT = "新闻联系"
QR = "二维码"
INDEX_HEADS = ("数值", "指标", "原文", "页")
SOURCE = "文稿来源"
SPEAKER_NOTES = "发言提示与记录"
FACT_SHEET = "一页速览"
MATERIAL_SOURCE = "资料来源"
