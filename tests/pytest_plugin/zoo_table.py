"""The zoo as a table, client × bug: `python -m tests.pytest_plugin.zoo_table [--write]` from the checkout's root.

Each cell is tried: is the seeded bug found in this client? The second column: is the client without a bug left alone?
`--write` puts the table into docs/explanation/zoo.md, if all is as it should be.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from .zoo.behaviour import BUGS, GOOD
from .zoo.table import CLIENTS, Client, broken, seeded

ALARM, MISSED, CAUGHT, NONE = "false alarm", "missed", "✓", "–"
PAGE = Path(__file__).resolve().parents[2] / "docs" / "explanation" / "zoo.md"
BEGINNING = """# The client zoo

The pytest plugin is tried on clients that are right, written with the libraries of today, and on the same clients with
one bug each. `✓`: the right client is left alone, the bug is found. `–`: a client of this library can't have the bug.

"""


def tried(client: Client, bug: str | None) -> str:
    """What the plugin says of a client with a bug, or with none."""
    if bug is None:
        return ALARM if broken(client, GOOD) else CAUGHT
    behaviour, expected = BUGS[bug]
    return CAUGHT if expected <= set().union(*broken(client, behaviour).values()) else MISSED


def table(cell: Callable[[Client, str | None], str]) -> str:
    """Client × bug in Markdown."""
    possible = set(seeded())
    lines = ["| client | right | " + " | ".join(BUGS) + " |", "| --- |" + " --- |" * (len(BUGS) + 1)]
    for client in CLIENTS:
        cells = [cell(client, None), *(cell(client, bug) if (client, bug) in possible else NONE for bug in BUGS)]
        lines.append(f"| {client.__name__.replace('_', ' ')} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def main() -> int:
    """Try all and print the table; 1 where a bug is missed or a right client is not left alone."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the page of the docs")
    args = parser.parse_args()
    found = table(tried)
    print(found)
    right = MISSED not in found and ALARM not in found
    if args.write and right:
        PAGE.write_text(BEGINNING + found, encoding="utf-8")
    return 0 if right else 1


if __name__ == "__main__":
    sys.exit(main())
