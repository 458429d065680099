"""The command line: thin; every command calls one function of the rooms below.

Data goes to standard output and everything else to standard error. Exit codes: 0 well, 1 failed, 2 wrong
use, 3 some inputs could not be used and the rest was built, 4 violations found.
"""

from __future__ import annotations

import sys

FAILED = 1
SOME_UNUSABLE = 3
VIOLATIONS = 4
INTERRUPTED = 130


def main() -> None:
    """Run the command line; the console script ``kg``."""
    from kg.cli.app import app  # noqa: PLC0415 - keeps "import kg.cli" free of the command line library
    from kg.errors import KgError  # noqa: PLC0415

    try:
        app()
    except KgError as error:
        sys.stderr.write(f"kg: {error}\n")
        sys.exit(error.exit_code)
    except BrokenPipeError:
        # the reader of our output has gone, as in "kg query … | head"
        sys.stderr.close()
        sys.exit(FAILED)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
