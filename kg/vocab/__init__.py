"""The closed vocabulary and the register, read from ``ontology/``.

``register``  Register and its entries: mandates, resolutions, holders, States, principles, instruments …
``load``      load_register, the register of this installation
``check``     check_register, what contradicts what in the register, with ``rules``
``entries``   entries of the Turtle files turned into the values of ``register``, with ``parts``
``turtle``    the Turtle files as entries
``terms``     the closed namespaces of the RDF vocabulary
``display``   how classes are shown
"""
