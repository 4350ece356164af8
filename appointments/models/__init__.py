"""Who was appointed to or removed from which post (干部任免)."""

from appointments.models.appointment import Action, Appointment, AppointmentNotice
from appointments.models.official import Official
from appointments.models.post import Post

__all__ = ["Action", "Appointment", "AppointmentNotice", "Official", "Post"]
