"""The addresses of all public pages, for search engines: sitemaps.org, with the languages of each page."""
