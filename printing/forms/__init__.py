"""Other layouts than the gazette's: a document in the form of an official document, a notice of appointment."""
