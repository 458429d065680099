"""Answers to named questions, each made once: the graph does not change while it is served."""

from __future__ import annotations

from collections import OrderedDict
from contextlib import suppress
from pathlib import Path
from threading import Lock, Thread

from kg.errors import KgError
from kg.query.engine import Limits
from kg.query.questions import questions
from kg.query.worker import Answer, Pool

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


class Preparation:
    """Answers all named questions as they stand, in a process of its own that gives way to others.

    Args:
        folder: The graph folder.
        limits: What one question may take.
        kept: Where the answers go.

    Raises:
        GraphFolderError: If the folder holds no graph that can be read.
    """

    def __init__(self, folder: Path, limits: Limits | None, kept: KeptAnswers) -> None:
        self._pool = Pool(folder, limits, 1, yielding=True)
        self._kept = kept
        self._thread = Thread(target=self._run, name="preparation", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop, whatever is answered by now."""
        self._pool.close()
        self._thread.join()

    def wait(self) -> None:
        """Return when all questions were asked."""
        self._thread.join()

    def _run(self) -> None:
        for question in questions():
            if self._kept.get(question.sparql) is None:
                with suppress(KgError):  # who asks it is told
                    self._kept.keep(question.sparql, self._pool.ask(question.sparql))
        self._pool.close()
