"""Pages saved from a government site: their main text as lines, without what stands round it."""
