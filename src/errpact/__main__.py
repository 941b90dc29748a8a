"""`python -m errpact` is the command `errpact`."""

import sys

from errpact.cli import command

if __name__ == "__main__":
    sys.exit(command())
