"""Both sites on one laptop."""

from config.urls.editorial import admin_urls
from config.urls.public import urlpatterns as public

urlpatterns = [*admin_urls, *public]
