"""What a server does before anybody asks for it, so that the first page and answer wait for nothing."""

from __future__ import annotations

from contextlib import suppress
from threading import Event, Thread

from kg.errors import KgError
from kg.query.engine import Limits
from kg.query.questions import questions
from kg.query.worker import Pool
from kg.serve.exchange import read_templates
from kg.serve.site import Site
from kg.serve.sparql.kept import KeptAnswers


class Preparation:
    """A thread that makes ready what pages share, and has all named questions answered as they stand.

    The answers are made by a process of its own that gives way to others.

    Args:
        site: The graph folder.
        limits: What one question may take.
        kept: Where the answers go.
    """

    def __init__(self, site: Site, limits: Limits | None, kept: KeptAnswers) -> None:
        self._site = site
        self._limits = limits
        self._kept = kept
        self._ended = Event()
        self._pool: Pool | None = None
        self._thread = Thread(target=self._run, name="preparation", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop, whatever is answered by now."""
        self._ended.set()
        if self._pool is not None:
            self._pool.close()
        self._thread.join()

    def wait(self) -> None:
        """Return when all questions were asked."""
        self._thread.join()

    def _run(self) -> None:
        read_templates()
        self._site.prepare()
        with suppress(KgError):  # the server has workers of its own, which say what is wrong
            self._pool = Pool(self._site.folder.path, self._limits, 1, yielding=True)
            self._answer_all(self._pool)
            self._pool.close()

    def _answer_all(self, pool: Pool) -> None:
        for question in questions():
            if self._ended.is_set():
                return
            if self._kept.get(question.sparql) is None:
                with suppress(KgError):  # who asks it is told
                    self._kept.keep(question.sparql, pool.ask(question.sparql))
