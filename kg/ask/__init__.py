"""A question in plain language → a named question and its parameters, or an honest no.

Nothing here guesses. Each word of a question must be understood: it names a thing, has a meaning the
catalogue knows, or carries none. The question that fits is run by ``kg.pipeline.ask``.

``words``    cutting and folding words
``lexicon``  what words mean, read from ``queries/words.txt``
``things``   what can be named: mandates, companies, States, persons, kinds of abuse, instruments
``pieces``   the pieces of a question
``roles``    who sends, who receives, who is only mentioned
``reading``  a question, understood word by word
``match``    the named questions that fit, and why others do not
"""
