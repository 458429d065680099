"""Answers to named questions, each made once: the graph does not change while it is served."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from kg.query.worker import Answer

MOST = 64 << 20
"""How many bytes of answers are kept; those not asked for the longest go first."""


class KeptAnswers:
    """Answers by their queries; any thread may use them.

    Args:
        most: How many bytes the rows of all answers together may take.
    """

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._size = 0
        self._answers: OrderedDict[str, Answer] = OrderedDict()
        self._lock = Lock()

    def get(self, query: str) -> Answer | None:
        """Return the answer to a query, or None when it is not kept."""
        with self._lock:
            if query in self._answers:
                self._answers.move_to_end(query)
            return self._answers.get(query)

    def keep(self, query: str, answer: Answer) -> None:
        """Keep an answer; one that is larger than all may be is not kept."""
        with self._lock:
            self._forget(query)
            self._answers[query] = answer
            self._size += len(answer.rows)
            while self._size > self._most:
                self._forget(next(iter(self._answers)))

    def _forget(self, query: str) -> None:
        answer = self._answers.pop(query, None)
        self._size -= len(answer.rows) if answer is not None else 0
