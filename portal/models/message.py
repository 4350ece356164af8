"""What citizens send: corrections (纠错) and opinions (意见)."""

import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Case, Q, Value, When
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

NUMBER_LENGTH = 17


class State(models.TextChoices):
    RECEIVED = "received", _("待处理")
    WORKING = "working", _("处理中")
    ANSWERED = "answered", _("已答复")
    DECLINED = "declined", _("不予采纳")


OPEN = [State.RECEIVED, State.WORKING]
BY_URGENCY = ("rank", "-received_at", "-pk")


class MessageQuerySet(models.QuerySet["Message"]):
    def waiting(self) -> Self:
        """Those that nobody has answered yet."""
        return self.filter(state__in=OPEN)

    def overdue(self, on: datetime.date | None = None) -> Self:
        """Those not answered by the end of their last day, seen on day `on` (today, when None)."""
        return self.waiting().filter(due_on__lt=on or timezone.localdate())

    def by_urgency(self) -> Self:
        """The overdue first, then what waits, then what is answered; the newest first in each."""
        overdue = When(state__in=OPEN, due_on__lt=timezone.localdate(), then=Value(0))
        rank = Case(overdue, When(state__in=OPEN, then=Value(1)), default=Value(2))
        return self.annotate(rank=rank).order_by(*BY_URGENCY)


class Message(models.Model):
    """A message of a citizen: kept as it was typed, answered within a time, never deleted.

    `number` is what she is given to come back with: the day and eight letters that nobody guesses
    (portal.citizens.numbers). `contact` is for the answer alone and is shown on no public page.
    """

    number = models.CharField(_("编号"), max_length=NUMBER_LENGTH, unique=True, editable=False)
    text = models.TextField(_("内容"))
    contact = models.CharField(_("联系方式"), max_length=100, blank=True)
    received_at = models.DateTimeField(_("收到时间"), editable=False)
    due_on = models.DateField(_("办理期限"), editable=False, db_index=True)
    state = models.CharField(_("状态"), max_length=10, choices=State, default=State.RECEIVED)
    answer = models.TextField(_("答复"), blank=True)
    answered_at = models.DateTimeField(_("答复时间"), null=True, blank=True, editable=False)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("答复人"),
    )

    objects = MessageQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["-received_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="%(class)s_state_is_known"),
            models.CheckConstraint(
                condition=Q(state__in=OPEN) | ~Q(answer=""), name="%(class)s_is_closed_by_an_answer"
            ),
        ]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        """Where the citizen comes back to it: the page has the name of the model."""
        return reverse(str(self._meta.model_name), args=[self.number])

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    def is_overdue(self, on: datetime.date | None = None) -> bool:
        return self.is_open and self.due_on < (on or timezone.localdate())


class Fault(models.TextChoices):
    """What can be wrong with a page."""

    WORDING = "wording", _("文字错误")
    LINK = "link", _("链接失效")
    CONTENT = "content", _("内容有误")
    OTHER = "other", _("其他")


class Correction(Message):
    """A citizen says what is wrong with a page (纠错). `page` is a path of this portal, or unknown."""

    page = models.CharField(_("网页"), max_length=500, blank=True)
    kind = models.CharField(_("类型"), max_length=10, choices=Fault)

    class Meta(Message.Meta):
        verbose_name = _("纠错")
        verbose_name_plural = _("纠错")
        permissions = [("view_correction_contact", _("可以查看纠错人的联系方式"))]


class Opinion(Message):
    """A citizen's opinion or question about the gazette and its portal (意见)."""

    class Meta(Message.Meta):
        verbose_name = _("意见")
        verbose_name_plural = _("意见")
        permissions = [("view_opinion_contact", _("可以查看来信人的联系方式"))]
