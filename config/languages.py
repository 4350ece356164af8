"""The languages that the portal knows how to set; which of them it offers is a setting (SITE_LANGUAGES)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    """`code` is Django's name, which addresses begin with (/en/…); `tag` is BCP 47's, for `lang`."""

    code: str
    tag: str
    name: str
    direction: str = "ltr"


# Chinese first: it is the source of all texts, and its addresses have no prefix.
KNOWN = {
    language.code: language
    for language in (
        Language("zh-hans", "zh-Hans", "简体中文"),
        Language("en", "en", "English"),
        Language("ug", "ug", "ئۇيغۇرچە", "rtl"),
        Language("kk-arab", "kk-Arab", "قازاقشا", "rtl"),
        Language("mn-mong", "mn-Mong", "ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ"),
    )
}
