"""Doubtful citations of a letter: what is wrong, where, and what was presumably meant."""
