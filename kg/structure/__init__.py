"""Text → letter: what belongs together, what interrupts it, and which part of the letter each piece is.

``clean``       canonical text → one view without markup residue
``paragraphs``  the view → printed paragraphs with their lines
``furniture``   paragraphs that are page furniture, footnotes or address blocks
``cues``        the formulas by which the parts of a letter are known, in three languages
``split``       paragraphs that hold several parts → one piece each
``join``        sentences that a page break, a footnote or an address block cut in two
``parts``       pieces → parts of the letter
``letter``      all of it, in order
"""
