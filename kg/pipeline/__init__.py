"""Joins the rooms: letters in; records, graph, report and evaluation out."""
