"""Mentions in their parts of the letter, to facts: who signed for what, what is alleged, what is asked."""
