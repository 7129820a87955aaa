"""Builds as ``p:timing``: at each click shapes and paragraphs appear, without movement (ISO 29500-1 §19.5)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from msgspec import Struct

APPEAR = 'presetID="1" presetClass="entr" presetSubtype="0" fill="hold"'
AT_ONCE = '<p:stCondLst><p:cond delay="0"/></p:stCondLst>'
ON_CLICK = '<p:stCondLst><p:cond delay="indefinite"/></p:stCondLst>'
BACK_AND_FORTH = "".join(
    f'<p:{tag}CondLst><p:cond evt="{event}" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:{tag}CondLst>'
    for tag, event in (("prev", "onPrev"), ("next", "onNext"))
)


class Target(Struct, frozen=True):
    """What appears: a shape by its id, or one of its paragraphs, of that level of its list, counted from 0.

    ``chart``: the shape is a native chart.
    """

    shape: str
    paragraph: int | None = None
    level: int = 0
    chart: bool = False

    @property
    def built(self) -> bool:
        """Whether the list of builds must name the shape: text and charts could come in other pieces."""
        return self.chart or self.paragraph is not None


def timing_xml(clicks: Sequence[Sequence[Target]]) -> str:
    """``p:timing`` of a slide; nothing where nothing appears."""
    if not clicks:
        return ""
    ids = count(1)
    root, main = next(ids), next(ids)
    steps = "".join(_click(click, ids) for click in clicks)
    builds: dict[tuple[str, bool], int] = {}
    for target in (target for click in clicks for target in click if target.built):
        known = (target.shape, target.chart)
        builds[known] = max(builds.get(known, 0), target.level)
    listed = "".join(_build(shape, level, chart=chart) for (shape, chart), level in builds.items())
    return (
        f'<p:timing><p:tnLst><p:par><p:cTn id="{root}" dur="indefinite" restart="never" nodeType="tmRoot">'
        f'<p:childTnLst><p:seq concurrent="1" nextAc="seek"><p:cTn id="{main}" dur="indefinite" '
        f'nodeType="mainSeq"><p:childTnLst>{steps}</p:childTnLst></p:cTn>{BACK_AND_FORTH}</p:seq></p:childTnLst>'
        f"</p:cTn></p:par></p:tnLst>{f'<p:bldLst>{listed}</p:bldLst>' if listed else ''}</p:timing>"
    )


def _click(click: Sequence[Target], ids: count[int]) -> str:
    """One click: the first target waits for it, the others come with it."""
    outer, inner = next(ids), next(ids)
    effects = "".join(
        _effect(target, "withEffect" if i else "clickEffect", ids) for i, target in enumerate(click)
    )
    return (
        f'<p:par><p:cTn id="{outer}" fill="hold">{ON_CLICK}<p:childTnLst><p:par><p:cTn id="{inner}" fill="hold">'
        f"{AT_ONCE}<p:childTnLst>{effects}</p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par>"
    )


def _effect(target: Target, node: str, ids: count[int]) -> str:
    group = ' grpId="0"' if target.built else ""
    what = f'<p:spTgt spid="{target.shape}"/>'
    if target.paragraph is not None:
        span = f'<p:txEl><p:pRg st="{target.paragraph}" end="{target.paragraph}"/></p:txEl>'
        what = f'<p:spTgt spid="{target.shape}">{span}</p:spTgt>'
    return (
        f'<p:par><p:cTn id="{next(ids)}" {APPEAR}{group} nodeType="{node}">{AT_ONCE}<p:childTnLst><p:set><p:cBhvr>'
        f'<p:cTn id="{next(ids)}" dur="1" fill="hold">{AT_ONCE}</p:cTn><p:tgtEl>{what}</p:tgtEl>'
        "<p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr>"
        '<p:to><p:strVal val="visible"/></p:to></p:set></p:childTnLst></p:cTn></p:par>'
    )


def _build(shape: str, deepest: int, *, chart: bool) -> str:
    """One entry of the list of builds; text comes apart down to its deepest level."""
    if chart:
        return f'<p:bldGraphic spid="{shape}" grpId="0"><p:bldAsOne/></p:bldGraphic>'
    level = f' bldLvl="{deepest + 1}"' if deepest else ""
    return f'<p:bldP spid="{shape}" grpId="0" build="p"{level}/>'
