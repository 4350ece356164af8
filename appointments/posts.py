"""A post's words as organ and title: 州财政局 and 局长."""

import re

_RANK = (
    r"(?:常务)?(?:第一)?副?(?:主任|局长|厅长|处长|科长|部长|院长|校长|所长|站长|馆长|台长|社长|总编辑|主编|书记|秘书长|"
    r"州长|市长|县长|区长|省长|主席|专员|行长|经理|总经理|董事长|队长|支队长|总队长|关长|主任委员|委员|组长|会长|理事长|督察长|政委|司令员)"
    r"|(?:一级|二级|三级|四级)?(?:巡视员|调研员|主任科员)|(?:州长|主席|市长|县长|厅长|局长)助理|总(?:工程师|农艺师|经济师|会计师|畜牧师)"
    r"|督学|参事|成员|干部|党组书记|党委书记"
)
_TITLES = re.compile(rf"(?P<titles>(?:党组|党委|党支部)?(?:{_RANK})(?:[、，兼](?:党组|党委)?(?:{_RANK}))*)$")


def split_post(name: str) -> tuple[str, str]:
    """The organ and the title in a post's words; the organ is "" where the words name none."""
    match = _TITLES.search(name)
    if match is None:
        return "", name
    return name[: match.start()], match["titles"]
