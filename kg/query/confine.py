"""Giving up the right to make connections, for good: a filter of system calls on Linux (seccomp).

A limit on open files stops connections too, but only when the engine has opened all files of its store. The
filter lets every call pass but those that make a socket or start another program; they fail with "not
permitted". https://www.kernel.org/doc/html/latest/userspace-api/seccomp_filter.html
"""

from __future__ import annotations

import ctypes
import errno
import platform
import struct
import sys

_SET_NO_NEW_PRIVILEGES = 38
_SET_SECCOMP = 22
_FILTER = 2

_LOAD, _EQUAL, _RETURN = 0x20, 0x15, 0x06
_NUMBER_AT, _ARCHITECTURE_AT = 0, 4
_ALLOW = 0x7FFF0000
_REFUSE = 0x00050000 | errno.EPERM

# architecture as the kernel names it; the numbers of socket, socketpair, execve, execveat, io_uring_setup
_CALLS = {
    "x86_64": (0xC000003E, (41, 53, 59, 322, 425)),
    "aarch64": (0xC00000B7, (198, 199, 221, 281, 425)),
}


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_char_p))


def forbid_connections() -> bool:
    """Forbid this process, and all it may start, to make sockets and to start programs.

    Returns:
        Whether that is done: only Linux on x86-64 and ARM64 can, and only where seccomp is not switched off.
    """
    if sys.platform != "linux" or platform.machine() not in _CALLS:
        return False
    architecture, calls = _CALLS[platform.machine()]
    steps = _steps(architecture, calls)
    program = _Program(len(steps) // 8, steps)
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        return False
    return bool(libc.prctl(_SET_SECCOMP, _FILTER, ctypes.byref(program), 0, 0) == 0)


def _steps(architecture: int, calls: tuple[int, ...]) -> bytes:
    """Return the filter: another architecture and the calls named are refused, all else is allowed."""
    steps = [
        _step(_LOAD, 0, 0, _ARCHITECTURE_AT),
        _step(_EQUAL, 0, len(calls) + 2, architecture),
        _step(_LOAD, 0, 0, _NUMBER_AT),
        *(_step(_EQUAL, len(calls) - place, 0, call) for place, call in enumerate(calls)),
        _step(_RETURN, 0, 0, _ALLOW),
        _step(_RETURN, 0, 0, _REFUSE),
    ]
    return b"".join(steps)


def _step(code: int, if_true: int, if_false: int, value: int) -> bytes:
    return struct.pack("=HBBI", code, if_true, if_false, value)
