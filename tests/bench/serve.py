"""How long pages and named questions take: ``python -m tests.bench.serve [--letters 2000] [--place DIR]``.

Without ``--letters`` it takes ``KG_BENCH_LETTERS`` letters, or 300. Starts ``kg serve`` on a made corpus, asks one
request after the other over the wire, and prints the median and the 95th percentile in milliseconds, with the goal
beside it. The answers to named questions are kept by the server, which prepares them when it starts; the last
column is the median of the same query when it is answered anew.
"""

from __future__ import annotations

import argparse
import http.client
import json
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit

from kg.query.questions import questions
from kg.serve.addresses import address_of
from tests.bench.corpus import graph_folder, wanted
from tests.serve.live import served

PAGE_GOAL = 50
QUESTION_GOAL = 300
KINDS = (
    "Communication",
    "Company",
    "Person",
    "Government",
    "Mandate",
    "Resolution",
    "GuidingPrinciple",
    "LegalInstrument",
    "Issue",
    "Allegation",
    "Request",
)
PAGES = (
    "/",
    "/letters",
    "/things/companies",
    "/timeline",
    "/matrix",
    "/search?q=forced+labour",
    "/sparql?format=html",
)
REPEATS = 40
ANEW = 3
SAMPLE = 40


@dataclass(frozen=True, slots=True)
class Measured:
    """Times of one kind of request, in milliseconds, and what its 95th percentile should stay below."""

    name: str
    times: tuple[float, ...]
    goal: float
    anew: float | None = None

    def percentile(self, share: float) -> float:
        """Return the time that ``share`` of the requests took at most."""
        ordered = sorted(self.times)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))]

    @property
    def held(self) -> bool:
        """Whether the goal is reached."""
        return self.percentile(0.95) < self.goal

    def __str__(self) -> str:
        sign = "" if self.held else "  above the goal"
        numbers = f"{self.percentile(0.5):9.1f} {self.percentile(0.95):9.1f} {self.goal:6.0f}"
        anew = "" if self.anew is None else f"{self.anew:9.1f}"
        return f"{self.name:32}{numbers}{anew}{sign}"


class Asker:
    """One connection to the server, kept open."""

    def __init__(self, address: str) -> None:
        self._connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)

    def timed(self, path: str) -> float:
        """Return how many milliseconds an answer takes; a refusal takes for ever."""
        before = time.perf_counter()
        status, _ = self.get(path)
        return (time.perf_counter() - before) * 1000 if status == http.client.OK else float("inf")

    def get(self, path: str) -> tuple[int, bytes]:
        """Return status and body."""
        self._connection.request("GET", path)
        response = self._connection.getresponse()
        return response.status, response.read()


def measured(address: str) -> Iterator[Measured]:
    """Yield the times of named questions, then those of pages: the server has prepared the answers by then."""
    asker = Asker(address)
    for question in questions():
        anew = _answered(asker, question.sparql)
        path = f"/sparql?question={question.name}&format=json"
        yield _measured(question.name, asker, [path] * REPEATS, QUESTION_GOAL, anew)
    for kind in KINDS:
        paths = list(_things(asker, kind))
        yield _measured(f"{kind} page", asker, paths, PAGE_GOAL)
    for path in PAGES:
        yield _measured(path, asker, [path] * SAMPLE, PAGE_GOAL)


def _measured(
    name: str, asker: Asker, paths: Iterable[str], goal: float, anew: float | None = None
) -> Measured:
    return Measured(name, tuple(map(asker.timed, paths)), goal, anew)


def _answered(asker: Asker, sparql: str) -> float:
    path = f"/sparql?{urlencode({'query': sparql, 'format': 'json'}, quote_via=quote)}"
    return sorted(asker.timed(path) for _ in range(ANEW))[ANEW // 2]


def _things(asker: Asker, kind: str) -> Iterator[str]:
    """Yield the addresses of some things of a kind, spread over all of them."""
    query = f"SELECT ?s {{ ?s a spl:{kind} }} ORDER BY MD5(STR(?s)) LIMIT {SAMPLE}"
    _, body = asker.get(f"/sparql?{urlencode({'query': query, 'format': 'json'}, quote_via=quote)}")
    for row in json.loads(body)["results"]["bindings"]:
        yield address_of(row["s"]["value"])


def main() -> int:
    """Print the table; return 1 when a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--letters", type=int, default=wanted())
    parser.add_argument("--place", type=Path, default=Path(tempfile.gettempdir()) / "kg-bench")
    asked = parser.parse_args()
    folder = graph_folder(asked.letters, asked.place)
    sys.stdout.write(f"{'':32}{'p50 ms':>9} {'p95 ms':>9} {'goal':>6} {'anew':>8}\n")
    missed = 0
    with served(folder) as (address, _):
        for each in measured(address):
            sys.stdout.write(f"{each}\n")
            sys.stdout.flush()
            missed += not each.held
    sys.stdout.write(f"{missed} above their goal\n")
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main())
