"""Blocks to mentions: one finder for each kind of thing a letter can name."""
