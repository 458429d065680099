"""Corpora and measurements of speed."""
