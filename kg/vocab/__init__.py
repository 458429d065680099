"""The closed vocabulary and the register, read from ``ontology/``.

``register``  Register and its entries: mandates, resolutions, holders, States, principles, instruments …
``terms``     the closed namespaces of the RDF vocabulary
"""
