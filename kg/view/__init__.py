"""The entity graph as one self-contained HTML page, and the parts of it one may want to look at."""
