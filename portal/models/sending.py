from django.db import models


class Sending(models.Model):
    """How many messages one client sent on one day, so that no one drowns the others out.

    `sender` is a keyed hash of the address and the day, and empty for the whole site: it tells neither who
    it was nor whether she came again on another day. Nothing leads from here to a message.
    """

    day = models.DateField()
    sender = models.CharField(max_length=64, blank=True)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["day", "sender"], name="sending_once_a_day_and_sender")
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.count}"
