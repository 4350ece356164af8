import datetime

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from config.languages import KNOWN, SOURCE, Language
from documents.models.document import Document
from gazette.models.issue import Publishable, public_on

LANGUAGES = [(code, language.label) for code, language in KNOWN.items() if language != SOURCE]


class TranslationQuerySet(models.QuerySet["Translation"]):
    def published(self, on: datetime.date | None = None) -> "TranslationQuerySet":
        """The translations that were public on day `on` (today, when None), with the documents that they render."""
        return self.filter(public_on(on), document__in=Document.objects.published(on))


class Translation(Publishable):
    """A document in another language, by a translator who answers for it. The Chinese text is the standard text.

    Published by itself, by someone who has not worked on it (editorial.flows.standing).
    """

    document = models.ForeignKey(
        Document, models.PROTECT, related_name="translations", verbose_name=_("文件")
    )
    language = models.CharField(_("语言"), max_length=10, choices=LANGUAGES)
    title = models.CharField(_("译文标题"), max_length=300)
    text = models.TextField(_("译文"), help_text=_("一段写一行；不用任何标记"))
    translator = models.CharField(
        _("译者"), max_length=100, help_text=_("译者或者翻译机构，随译文公布；机器翻译的文字不能收录")
    )
    translated_on = models.DateField(_("翻译日期"), null=True, blank=True)

    objects = TranslationQuerySet.as_manager()

    class Meta:
        verbose_name = _("译文")
        verbose_name_plural = _("译文")
        ordering = ["document", "language"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "language"],
                name="translation_once_a_language",
                violation_error_message=_("这份文件已经有这种语言的译文。"),
            ),
            models.CheckConstraint(
                condition=Q(language__in=[code for code, _label in LANGUAGES]),
                name="translation_language_is_known",
            ),
            models.CheckConstraint(
                condition=~Q(translator="") & ~Q(title="") & ~Q(text=""), name="translation_is_complete"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gte=F("published_at")),
                name="translation_withdrawn_after_published",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document.title}（{self.get_language_display()}）"

    def get_absolute_url(self) -> str:
        document = self.document
        return reverse("translation", args=[document.publication.code, document.slug, self.language])

    @property
    def spoken(self) -> Language:
        """The language with its tag and direction."""
        return KNOWN[self.language]

    @property
    def paragraphs(self) -> list[str]:
        return [line for line in self.text.split("\n") if line]
