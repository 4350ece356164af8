from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class EditorialConfig(AppConfig):
    name = "editorial"
    verbose_name = _("编审")

    def ready(self) -> None:
        from editorial import audit
        from editorial.roles import make_roles

        audit.register()
        # The permissions of an app exist only after its own post_migrate; this app comes after the others.
        post_migrate.connect(make_roles, sender=self)
