"""What pages tell programs in the words of schema.org, as JSON-LD."""
