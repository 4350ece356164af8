"""Sheets that are set and painted → one PDF: pages, faces, links, outline, tags, metadata."""
