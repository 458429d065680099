"""Who is who across letters: the same person or company under two spellings, two under one.

``identity``     the way in: records, register and decisions → identities
``sightings``    the names of a letter, each with what the letter says around it
``persons``      rules on names of persons (``person_names`` compares two)
``companies``    rules on names of companies and organisations (``company_names`` compares two)
``decisions``    answers of a reader: a file to be reviewed, read and written
``clusters``     names joined, and kept apart where a reader says so
``sources``      two files of one letter that contradict each other
"""
