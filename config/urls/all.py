"""Both sites on one laptop."""

from config.urls.editorial import urlpatterns as editorial
from config.urls.public import urlpatterns as public

urlpatterns = [*editorial, *public]
