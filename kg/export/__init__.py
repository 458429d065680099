"""One file per format; a file is written whole or not at all."""
