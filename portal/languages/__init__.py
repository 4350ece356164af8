"""The portal's own words in other languages: catalogues, and the way from one language to another."""
