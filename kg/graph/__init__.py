"""Facts → quads: the only room that makes IRIs, and the one projection of the graph.

``letter``    the quads of one letter record; one module beside it for each kind of fact
``register``  the quads of the authority data
``iris``      how every thing is named
``union``     the graph that questions are asked of
``project``   the entity graph behind GraphML, GEXF, CSV and the network page; its links are data in ``links``
``verify``    every span recomputed, every fact asked for its ground
"""
