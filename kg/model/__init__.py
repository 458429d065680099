"""The frozen values that travel through the house. Nothing here reads, finds or decides anything.

``text``     Source, View, Block, Letter: what was read and how it is built
``mention``  Mention: a stretch of a block that names something
``record``   Record and its parts: what a letter says, each value with its words and its basis
``quads``    lines of canonical N-Quads, the form in which graphs travel
``network``  EntityGraph: the projection behind GraphML, GEXF and the network page

All offsets are Unicode code points of the canonical text of a source, 0-based, end exclusive
(W3C Web Annotation Data Model, section 4.2.5).
"""
