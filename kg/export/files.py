"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from kg.errors import ExportError


def write_whole(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path`` in one step: readers see the old file or the new one, never half of one.

    Raises:
        ExportError: If the file cannot be written; whatever stood there before is still there.
    """
    beside: str | None = None
    try:
        number, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(number, "wb") as file:
            file.write(data)
        Path(beside).chmod(0o666 & ~_umask())
        Path(beside).replace(path)
    except OSError as error:
        if beside is not None:
            Path(beside).unlink(missing_ok=True)
        raise ExportError(
            f"{path} cannot be written ({error.strerror or error}); choose another place"
        ) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
