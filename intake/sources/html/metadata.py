"""The table above a document (索引号, 发文字号 …) as lines, each a label and what it says."""

import re

_LABEL = re.compile(
    r"^[\s【\[]*(?P<label>索\s*引\s*号|信息索引号?|主题(?:分类|词)|信息分类|体裁分类|组配分类|发文(?:机关|单位)|发布(?:机构|机关|单位|日期|时间)|公开(?:主体|日期|时间|方式|形式|范围|时限)|"
    r"责任部门|制发机关|信息来源|来\s*源|成文(?:日期|时间)|生成日期|印发日期|生效(?:日期|时间)|实施日期|废止(?:日期|时间)|失效(?:日期|时间)|"
    r"标\s*题|信息名称|名\s*称|发文字号|文\s*号|有效性|时\s*效\s*性?|效力状态|关\s*键\s*[词字]|内容概述|统一登记号|登记号|服务对象)"
    r"[\s】\]]*[:：]?\s*(?P<rest>.*)$",
    re.S,
)
_FEWEST = 3


def metadata_lines(rows: list[list[str]]) -> list[str]:
    """The lines of such a table; [] where the table is none."""
    pairs: list[tuple[str, str]] = []
    for row in rows:
        cells = [cell.strip() for cell in row if cell.strip()]
        place = 0
        while place < len(cells):
            match = _LABEL.match(cells[place])
            if match is None:
                return []
            value = match["rest"].strip()
            following = cells[place + 1] if place + 1 < len(cells) else ""
            if not value and following and not (_LABEL.match(following) and _is_bare(following)):
                value, place = following, place + 1
            pairs.append((re.sub(r"\s", "", match["label"]), value))
            place += 1
    if len(pairs) < _FEWEST:
        return []
    return [f"{label}：{value}" for label, value in pairs]


def _is_bare(text: str) -> bool:
    """Whether a cell is a label and nothing more."""
    match = _LABEL.match(text)
    return match is not None and not match["rest"].strip()
