"""The languages that the portal knows how to set; which of them it offers is a setting (SITE_LANGUAGES)."""

from dataclasses import dataclass
from pathlib import Path

from django.conf.locale import LANG_INFO
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import to_locale


@dataclass(frozen=True)
class Language:
    """`code` is Django's name, which addresses begin with (/en/…); `tag` is BCP 47's, for `lang`.

    `name` is its own name, for `lang`-marked links; `label` what other languages call it, for sentences.
    """

    code: str
    tag: str
    name: str
    label: str | Promise
    direction: str = "ltr"
    # Long texts are set in columns from top to bottom; the portal's own words stay in lines.
    vertical: bool = False

    def catalogue(self, folder: Path) -> Path:
        """Where a folder of catalogues holds this language's."""
        return folder / to_locale(self.code) / "LC_MESSAGES" / "django.po"


# Chinese first: it is the source of all texts, and its addresses have no prefix.
KNOWN = {
    language.code: language
    for language in (
        Language("zh-hans", "zh-Hans", "简体中文", _("中文")),
        Language("en", "en", "English", _("英文")),
        Language("ug", "ug", "ئۇيغۇرچە", _("维吾尔文"), "rtl"),
        Language("kk-arab", "kk-Arab", "قازاقشا", _("哈萨克文"), "rtl"),
        Language("mn-mong", "mn-Mong", "ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ", _("蒙古文"), vertical=True),
    )
}
SOURCE = KNOWN["zh-hans"]
# What an address may begin with in place of a publication's code; /kk/ would be taken for /kk-arab/.
FIRST_WORDS = {*KNOWN, *(code.partition("-")[0] for code in KNOWN)}

# Django's own list knows Kazakh in Cyrillic letters only, and Mongolian too.
for _language in KNOWN.values():
    LANG_INFO.setdefault(
        _language.code,
        {
            "bidi": _language.direction == "rtl",
            "code": _language.code,
            "name": _language.tag,
            "name_local": _language.name,
        },
    )
