"""The application on a port of this machine, and of no other."""

from __future__ import annotations

import errno
import signal
import socket
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path
from types import FrameType

from waitress.server import create_server

from kg.errors import UsageError
from kg.query.engine import Limits
from kg.serve.app import MOST_BODY, Application

HOST = "127.0.0.1"
THREADS = 16
CONNECTIONS = 64
SILENCE = 10  # seconds without a byte until a connection is closed
MOST_HEADER = 128 << 10  # a query of 32 kB can take three times as much in an address
LARGEST_PORT = 65535


class Server:
    """A graph folder, served.

    Args:
        folder: The graph folder.
        port: The port; 0 takes a free one.
        limits: What one SPARQL query may take.
        allow_origin: Origins whose pages may ask the SPARQL endpoint; ``*`` for all.

    Attributes:
        address: Where it answers, such as ``http://127.0.0.1:8000/``.

    Raises:
        GraphFolderError: If the folder holds no graph that can be read.
        UsageError: If the port is taken, or may not be used.
    """

    def __init__(
        self, folder: Path, port: int, *, limits: Limits | None = None, allow_origin: Collection[str] = ()
    ) -> None:
        listening = _listening(port)
        try:
            self._application = Application(folder, limits=limits, allow_origin=allow_origin)
        except BaseException:
            listening.close()
            raise
        self._server = create_server(
            self._application,
            sockets=[listening],
            threads=THREADS,
            connection_limit=CONNECTIONS,
            channel_timeout=SILENCE,
            cleanup_interval=SILENCE,
            max_request_header_size=MOST_HEADER,
            max_request_body_size=MOST_BODY,
            ident="kg",
        )
        self.address = f"http://{HOST}:{self._server.effective_port}/"

    def run(self, ready: Callable[[], None]) -> None:
        """Answer requests until the process is interrupted or asked to end.

        Args:
            ready: Called when requests are answered, and an interruption ends the server cleanly.
        """
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._end)
        try:
            with suppress(KeyboardInterrupt):
                self._application.prepare()
                ready()
                self._server.run()
        finally:
            self.close()

    def close(self) -> None:
        """Give the port back and end the workers."""
        self._server.close()
        self._application.close()

    def _end(self, _number: int, _frame: FrameType | None) -> None:
        """Stop the workers first: the server waits for the questions they are at."""
        self._application.close()
        raise KeyboardInterrupt


def _listening(port: int) -> socket.socket:
    """Return a socket that listens on a port.

    Raises:
        UsageError: If there is no such port, or it is taken, or may not be used.
    """
    if not 0 <= port <= LARGEST_PORT:
        raise UsageError(f"there is no port {port}; choose one up to {LARGEST_PORT}, or 0 for a free one")
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((HOST, port))
        made.listen()
    except OSError as error:
        made.close()
        why = "is in use" if error.errno == errno.EADDRINUSE else f"cannot be used ({error.strerror})"
        raise UsageError(
            f"port {port} {why}; choose another with --port, or --port 0 for a free one"
        ) from None
    return made
