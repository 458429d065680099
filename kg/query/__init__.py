"""Questions to a built graph: the named ones of ``queries/``, and any SPARQL 1.1 query.

``questions``   the named questions and their parameters
``engine``      open the store of a graph folder; ask it
``worker``      ask it in processes that can be stopped, for questions nobody has read before
``guard``       what a question may not do
``result``      the answer, as a table, CSV, TSV, JSON, XML, HTML or pandas
"""
