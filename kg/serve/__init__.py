"""The graph in a browser: an explorer and a SPARQL endpoint on this machine."""
