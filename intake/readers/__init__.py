"""One reader a kind of content: plain functions from lines to plain data, without a database."""
