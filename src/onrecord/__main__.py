"""Runs the command line: ``python -m onrecord``."""

import sys

from onrecord.serve.cli import main

if __name__ == "__main__":
    sys.exit(main())
