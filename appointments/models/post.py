from django.db import models
from django.utils.translation import gettext_lazy as _

from gazette.models import Body


class Post(models.Model):
    """A post (职务) in the words of a notice: 州财政局局长. `body` is the organ, where it is known."""

    name = models.CharField(_("职务"), max_length=200, unique=True)
    body = models.ForeignKey(
        Body, models.PROTECT, null=True, blank=True, related_name="posts", verbose_name=_("机关")
    )

    class Meta:
        verbose_name = _("职务")
        verbose_name_plural = _("职务")
        ordering = ["name"]
        constraints = [models.CheckConstraint(condition=~models.Q(name=""), name="post_has_a_name")]

    def __str__(self) -> str:
        return self.name
