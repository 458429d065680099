"""How much a reader takes in before it calls a file hostile; real letters stay far below."""

from __future__ import annotations

MAX_BYTES = 50 * 1024 * 1024  # of a file
MAX_PAGES = 2_000  # of a PDF
MAX_PAGE_CHARACTERS = 50_000  # on one PDF page; a full page of print has some 5,000
MAX_CHARACTERS = 20_000_000  # of canonical text
MAX_PART_BYTES = 50 * 1024 * 1024  # of one unpacked part of a DOCX
MAX_RATIO = 200  # unpacked to packed size of a DOCX part; WordprocessingML packs some 10 to 40 times
MAX_ELEMENTS = 1_000_000  # of one part; a hundred pages have some 100,000
MAX_MEMBERS = 10_000  # of a DOCX archive
MAX_DEPTH = 200  # of nested elements; Word stays below 60
