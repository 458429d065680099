"""Facts → quads: the only room that makes IRIs, and the one projection of the graph.

``letter``    the quads of one letter record
``register``  the quads of the authority data
``project``   the entity graph behind GraphML, GEXF, CSV and the network page
``verify``    every span recomputed, every fact asked for its ground
"""
