"""A source goes in, a Reading comes out, drafts are made from it. See docs/reading-format.md."""
