"""`python -m summarizer` and the `summarizer` command."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line on `sys.argv` and end the process with its status."""
    try:
        from summarizer.cli import program

        program.run()
    except KeyboardInterrupt:
        # only while modules are being loaded: from then on `program` answers for it
        sys.exit(130)


if __name__ == "__main__":
    main()
