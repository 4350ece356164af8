"""The links by which a reader changes how pages look: {% modes_of_page as choices %}."""

from typing import Any, NamedTuple

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from portal.modes import address_in, with_mode

register = template.Library()


class Choice(NamedTuple):
    """One link: what it is called, where it leads, and whether the page is like that already."""

    name: str
    mode: str
    group: str
    address: str
    chosen: bool


class Choices(NamedTuple):
    """All links of a page. `elder` leads out of 长者模式 where it is on; `reset` is the plain page's address."""

    elder: Choice
    sizes: list[Choice]
    colours: list[Choice]
    reset: str


@register.simple_tag(takes_context=True)
def modes_of_page(context: dict[str, Any]) -> Choices:
    """Links to this page in the other modes. A page made without a request has none set."""
    request = context["request"]
    modes = getattr(request, "modes", ())

    def choice(group: str, mode: str, name: str) -> Choice:
        wanted = with_mode(modes, group, mode)
        return Choice(name, mode, group, address_in(wanted, request), wanted == modes)

    return Choices(
        elder=choice("size", "" if "elder" in modes else "elder", _("长者模式")),
        sizes=[
            choice("size", "", pgettext("字号", "标准")),
            choice("size", "large", pgettext("字号", "大")),
            choice("size", "larger", pgettext("字号", "特大")),
        ],
        colours=[
            choice("colours", "", pgettext("颜色", "随系统")),
            choice("colours", "light", pgettext("颜色", "浅色")),
            choice("colours", "dark", pgettext("颜色", "深色")),
        ],
        reset=address_in((), request),
    )
