"""What an appointment is made of: a person, a post as printed, and what is said beside it."""

import dataclasses
import re

from intake.text import squeeze

APPOINT, REMOVE = "appoint", "remove"
_LONGEST_POST = 90
_POST_END = re.compile(
    r"(?:长|主任|书记|员|师|专员|主席|总监|理事|监事|董事|监|顾问|参事|助理|代表|秘书|总理|经理|院士|政委|指挥|参谋|督察|督学|干事|常委|领队|司令|负责人|专家|教授|级)$"
)
_BRACKET = re.compile(r"[（(](?P<note>[^（）()]*)[）)]$")
_BESIDE = re.compile(
    r"挂职|挂任|试用|任期|聘期|兼$|^兼|级$|待遇|保留|^列|位列|排名|退休|离休|离岗|时间|为期|期限|期满|^援|援派|连任|代理|主持|到龄|任职|"
    r"辞职|调离|调出|免职|免试|另有|离任|交流|(?<![一二两三四五六七八九十\d])[一二两三四五六七八九十\d]+个?[年月]$|^[一二两三四五六七八九十\d]+年|自.{2,14}(?:起|止)|至.{4,12}[日月]"
)
# A clause that is said beside an appointment and is none itself.
_NOTE = re.compile(
    r"^(?:并|同时|且|其中)?(?:其)?(?:予以正式|辞去公职|按|按照|依照|经|予以|批准|同意|准予|不再保留|保留|享受|挂职|试用|任期|聘期|任职|另有|另行|提前|退休|离休|离职|离岗|退出|退居|退二线|"
    r"到龄|因|时间|为期|期限|列|位列|排名|办理|工作另|改|转|调离|调出|调任|调往|援|从|自|原|不占|由|级别|职级|行政|薪|工资|担任领导|仍|继续|服务期|连任|代行|代理|主持|正式|解聘|辞职|届满|自然|相应|回|不再|（|\()"
)


@dataclasses.dataclass
class Act:
    """One person and one post; `note` is what is said beside them."""

    person: str
    action: str
    post: str
    notes: list[str]

    @property
    def note(self) -> str:
        return "，".join(dict.fromkeys(self.notes))


def acts_of(names: list[str], action: str, post: str, notes: list[str]) -> list[Act]:
    """Acts of the persons with a post as printed; none where the wording is no post."""
    post, beside = without_notes(squeeze(post))
    post = re.sub(r"的?请求$", "", post)
    if action == REMOVE:
        post = re.sub(r"(?:的)?(?:领导)?(?:职务|一职)$", "", post)
        held = re.match(r"^(?:的|原)?(?:任|担任|兼任|所任|现任|原任|原担任|所兼|挂任)的", post)
        if held:
            beside += ["兼任"] if "兼" in held[0] else []
            post = post[held.end() :]
        post = re.sub(r"^[的]", "", post)
    post, more = without_notes(post)
    post = re.sub(r"(?:的)?职务$", "", post)
    if not 2 <= len(post) <= _LONGEST_POST or re.search(
        r"任命|免去|[；。：:]|^职务|^(?:以上|上述|下列|以下)", post
    ):
        return []
    return [Act(name, action, post, [*notes, *more, *beside]) for name in names]


def without_notes(text: str) -> tuple[str, list[str]]:
    """A post without what is said beside it in brackets at its end: （挂职）, （试用期一年）, （正县级）."""
    notes: list[str] = []
    while match := _BRACKET.search(text):
        if not _BESIDE.search(match["note"]):
            break
        text, notes = text[: match.start()], [match["note"], *notes]
    return text, notes


def is_note(clause: str) -> bool:
    text = squeeze(clause)
    if len(text) > 40 or re.search(r"任命|免去|聘任(?!期)|[、，]?同志", text):
        return False
    return bool(_NOTE.match(text) or _BESIDE.search(text))


def _bare(text: str) -> str:
    """Without brackets and blanks at the end."""
    return re.sub(r"[（(][^（）()]*[）)]$", "", squeeze(text)).removesuffix("职务")


def is_whole_post(text: str) -> bool:
    """Whether a text ends as a post does, so that nothing of it is missing."""
    return bool(_POST_END.search(_bare(text)))
