"""Asking in another process, for questions nobody has read before.

Neither engine can be stopped, and a hostile query can end the process it runs in. A worker process holds the
graph, answers one question after the other, and is killed when one takes too long. After opening the graph it
gives up the right to open anything else, so that no query reaches a file or another machine, whatever it
says. On Windows, which has no resource limits, only the running time and the length of the answer are
limited.

The two sides speak JSON over the standard streams of the worker, one message per line; after a message that
says how many bytes of rows follow, those follow as they are.
"""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from threading import Timer
from types import TracebackType
from typing import IO, Any, Self, TypeAlias

import pyoxigraph as ox

from kg.errors import GraphFolderError, KgError, QueryError, QueryLimitError
from kg.query.confine import forbid_connections
from kg.query.engine import STORE, Dataset, Limits, ask, open_store
from kg.query.formats import json_rows
from kg.query.guard import check
from kg.query.parameters import bind
from kg.query.result import Result

Message: TypeAlias = dict[str, Any]

_PACKAGE = Path(__file__).resolve().parents[2]
_START = (
    "import sys; sys.path.insert(0, sys.argv[1]); from kg.query.worker import serve; serve(*sys.argv[2:])"
)
_MOST_FILES = 4096  # numbers that are looked at; a store of a million letters has fewer files
_LOW = 10  # of the 19 steps by which a process can give way
_STARTING = 60.0  # seconds until a worker that does not greet counts as lost


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as a worker sent it, which takes less room than its rows do as terms.

    Attributes:
        form: ``SELECT``, ``ASK`` or ``CONSTRUCT``.
        truncated: Whether a limit cut the rows off.
        rows: The rows as SPARQL 1.1 JSON.
    """

    form: str
    truncated: bool
    rows: bytes

    def result(self) -> Result:
        """Return the rows."""
        solutions = ox.parse_query_results(self.rows, format=ox.QueryResultsFormat.JSON)
        assert isinstance(solutions, ox.QuerySolutions)  # noqa: S101 - a worker always sends rows
        columns = tuple(variable.value for variable in solutions.variables)
        return Result(columns, tuple(map(tuple, solutions)), self.form, self.truncated)


class Worker:
    """A process that answers questions about one graph folder.

    Args:
        folder: The graph folder.
        limits: What one question may take.
        yielding: Whether it gives way to other processes of the machine.

    Raises:
        GraphFolderError: If the folder holds no graph that can be read.
    """

    def __init__(self, folder: Path, limits: Limits, *, yielding: bool = False) -> None:
        self._limits = limits
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-P", "-c", _START, str(_PACKAGE), str(folder), json.dumps(asdict(limits))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        if yielding and sys.platform != "win32":
            os.setpriority(os.PRIO_PROCESS, self._process.pid, _LOW)
        greeting, _, _ = self._receive(_STARTING)
        if greeting is None or "error" in greeting:
            self.close()
            reason = (
                greeting["error"] if greeting else f"no worker could open {folder}; build the graph again"
            )
            raise GraphFolderError(reason)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def alive(self) -> bool:
        """Whether the process is still there to answer."""
        return self._process.poll() is None

    def stop(self) -> None:
        """End the process, from any thread; a question it is at gets a QueryLimitError."""
        self._process.kill()

    def close(self) -> None:
        """End the process when no thread is asking it."""
        self.stop()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with suppress(BrokenPipeError):
                    stream.close()
        self._process.wait()

    def ask(
        self,
        sparql: str,
        parameters: Mapping[str, ox.NamedNode | ox.Literal] | None = None,
        *,
        dataset: Dataset | None = None,
        base: str | None = None,
    ) -> Answer:
        """Answer a query as ``kg.query.engine.ask`` does, within the limits.

        Raises:
            QueryError: If the query cannot be read, or asks for what a question may not do.
            QueryLimitError: If it took too long, or needed so much that its process broke down. The worker is
                then no longer alive.
        """
        query = bind(sparql, parameters or {})
        check(query, overridden=dataset is not None)
        with suppress(BrokenPipeError):  # the answer, which will not come, says what to do
            _send(self._process.stdin, {"query": query, "dataset": dataset and asdict(dataset), "base": base})
        answer, rows, late = self._receive(self._limits.seconds)
        if answer is None:
            self.close()
            raise QueryLimitError(self._why_none(late=late))
        if "error" in answer:
            raise QueryError(answer["error"])
        return Answer(answer["form"], answer["truncated"], rows)

    def _why_none(self, *, late: bool) -> str:
        if late:
            return (
                f"the question took longer than {self._limits.seconds:g} s; ask for less, or add conditions"
            )
        return "the question needed too much memory or depth and was stopped; ask for less, or add conditions"

    def _receive(self, seconds: float) -> tuple[Message | None, bytes, bool]:
        """Return the next message and its rows, and whether the process was ended for being late.

        There is no message when the process ended before it had sent all of it.
        """
        timer = Timer(seconds, self._process.kill)
        timer.daemon = True
        timer.start()
        message, rows = _received(self._process.stdout)
        late = not timer.is_alive()
        timer.cancel()
        return message, rows, late


class Pool:
    """Workers that answer questions about one graph folder at the same time; a lost one is replaced.

    Args:
        folder: The graph folder.
        limits: What one question may take.
        size: How many questions can be answered at once.
        yielding: Whether the workers give way to other processes of the machine.

    Raises:
        GraphFolderError: If the folder holds no graph that can be read.
    """

    def __init__(
        self, folder: Path, limits: Limits | None = None, size: int = 2, *, yielding: bool = False
    ) -> None:
        self._folder = folder
        self._limits = limits or Limits()
        self._yielding = yielding
        self._closed = False
        self._free: queue.Queue[Worker] = queue.Queue()
        self._workers = [self._worker() for _ in range(size)]
        for worker in self._workers:
            self._free.put(worker)

    def _worker(self) -> Worker:
        return Worker(self._folder, self._limits, yielding=self._yielding)

    def _successor(self, lost: Worker) -> Worker:
        lost.close()
        if self._closed:
            raise QueryLimitError("questions are no longer answered; start again")
        self._workers[self._workers.index(lost)] = made = self._worker()
        return made

    def ask(
        self,
        sparql: str,
        parameters: Mapping[str, ox.NamedNode | ox.Literal] | None = None,
        *,
        dataset: Dataset | None = None,
        base: str | None = None,
    ) -> Answer:
        """Answer a query; any thread may call this.

        Raises:
            QueryError: If the query cannot be read, or asks for what a question may not do.
            QueryLimitError: If it took too long or too much, or if all workers were busy for too long.
            GraphFolderError: If a worker was lost and its successor finds no graph any more.
        """
        try:
            worker = self._free.get(timeout=self._limits.seconds)
        except queue.Empty:
            raise QueryLimitError("all workers are busy with other questions; ask again later") from None
        try:
            if not worker.alive:
                worker = self._successor(worker)
            return worker.ask(sparql, parameters, dataset=dataset, base=base)
        finally:
            self._free.put(worker)
            if self._closed:
                self._close_free()

    def close(self) -> None:
        """End all workers; questions that are still running get a QueryLimitError."""
        self._closed = True
        for worker in self._workers:
            worker.stop()
        self._close_free()

    def _close_free(self) -> None:
        """Close the workers that nobody is asking, and leave them where those who wait find them ended."""
        free = []
        with suppress(queue.Empty):
            while True:
                free.append(self._free.get_nowait())
        for worker in free:
            worker.close()
            self._free.put(worker)


def serve(folder: str, limits: str) -> None:
    """Be a worker: open the graph, give up all other rights, answer until the input ends.

    Args:
        folder: The graph folder.
        limits: The limits of one question, as JSON.
    """
    allowed = Limits(**json.loads(limits))
    try:
        store = open_store(Path(folder))
    except KgError as error:
        _send(sys.stdout.buffer, {"error": str(error)})
        return
    _give_up_rights(allowed, _unopened(Path(folder)) if sys.platform != "win32" else 0)
    _send(sys.stdout.buffer, {})
    for line in sys.stdin.buffer:
        _allow_time(allowed)
        _send(sys.stdout.buffer, *_answer(store, json.loads(line), allowed))


def _answer(store: ox.Store, asked: Message, limits: Limits) -> tuple[Message, bytes]:
    dataset = Dataset(**asked["dataset"]) if asked["dataset"] else None
    try:
        result = ask(store, asked["query"], dataset=dataset, base=asked["base"], limits=limits)
    except QueryError as error:
        return {"error": str(error)}, b""
    rows = json_rows(result.columns, result.rows).encode()
    return {"form": result.form, "truncated": result.truncated}, rows


def _send(stream: IO[bytes] | None, message: Message, rows: bytes = b"") -> None:
    if stream is not None:
        stream.write(json.dumps({**message, "rows": len(rows)}).encode() + b"\n" + rows)
        stream.flush()


def _received(stream: IO[bytes] | None) -> tuple[Message | None, bytes]:
    line = stream.readline() if stream else b""
    if stream is None or not line.endswith(b"\n"):
        return None, b""
    message = json.loads(line)
    rows = stream.read(message["rows"])
    return (message if len(rows) == message["rows"] else None), rows


def _open_files() -> dict[int, int]:
    """Return the numbers of the open files, each with its inode."""
    found = {}
    for number in range(_MOST_FILES):
        with suppress(OSError):
            found[number] = os.fstat(number).st_ino
    return found


def _unopened(folder: Path) -> int:
    """Return how many files of the store are not open yet; the engine opens them when it needs them."""
    tables = {file.stat().st_ino for file in (folder / STORE).glob("*.sst")}
    return len(tables - set(_open_files().values()))


def _give_up_rights(limits: Limits, unopened: int = 0) -> None:
    """Open nothing more than the rest of the store, write no core file, take no more memory than allowed.

    Args:
        limits: Holds the memory.
        unopened: How many files may still be opened. A number cannot say which; connections are forbidden
            by themselves where the system can do that.
    """
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - Windows has no such module

    open_files = _open_files()
    free = (number for number in range(_MOST_FILES) if number not in open_files)
    most = next(islice(free, unopened, None))  # a new file gets the lowest free number
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    forbid_connections()


def _allow_time(limits: Limits) -> None:
    """End this process by itself when its owner is no longer there to do so."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - Windows has no such module

    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime + limits.seconds) + 2
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.RLIM_INFINITY))
