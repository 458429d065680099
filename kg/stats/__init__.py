"""Measures on who writes to whom: mandates, those they write to, and who appears together.

``measures``  letters, partners, betweenness, communities, co-addressing, from the entity graph
``picture``   the same as one SVG: mandates × recipients

What the measures mean, and what they do not, stands in ``NOTES`` and goes with every output.
"""

from __future__ import annotations

from typing import Final

NOTES: Final = (
    (
        "letters: how many letters a mandate sent, or a recipient was sent. It measures what is in this "
        "graph, not how bad things are."
    ),
    (
        "partners: with how many different recipients (or mandates) letters link it. Degree is used "
        "because everybody can recount it."
    ),
    (
        "betweenness: how often it lies on the shortest ways between others, from 0 to 1. A mandate with "
        "a high value joins recipients that no other mandate joins; it does not lead them. A company with "
        "a high value was written to by mandates that seldom write together."
    ),
    (
        "community: a group that is linked more within than without (greedy modularity, weighted by "
        "letters). Groups follow campaigns of letters, not networks of companies."
    ),
    (
        "co-addressed: written to on the same day by the same mandates. To be written to together is not "
        "to have acted together: a letter asks, it establishes nothing, and companies that are "
        "co-addressed are not co-guilty."
    ),
)
"""What each measure means for letters like these, and what it does not mean."""
