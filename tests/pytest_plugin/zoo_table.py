"""The zoo as a table, client × bug: `python -m tests.pytest_plugin.zoo_table` from the checkout's root.

Each cell is tried: is the seeded bug found in this client? The first column: is the client without a bug left alone?
"""

from __future__ import annotations

import sys

from .zoo.behaviour import BUGS, GOOD
from .zoo.table import CLIENTS, broken, seeded

ALARM, MISSED, CAUGHT, NONE = "false alarm", "missed", "✓", "–"


def main() -> int:
    """Print the table as Markdown; 1 where a bug is missed or a right client is not left alone."""
    possible = set(seeded())
    print("| client | right | " + " | ".join(BUGS) + " |")
    print("| --- |" + " --- |" * (len(BUGS) + 1))
    cells: list[str] = []
    for client in CLIENTS:
        row = [ALARM if broken(client, GOOD) else CAUGHT]
        for name, (behaviour, expected) in BUGS.items():
            if (client, name) not in possible:
                row.append(NONE)
                continue
            row.append(CAUGHT if expected <= set().union(*broken(client, behaviour).values()) else MISSED)
        print(f"| {client.__name__} | " + " | ".join(row) + " |", flush=True)
        cells += row
    print(
        f"\n{len(CLIENTS)} clients, {cells.count(CAUGHT)} of {len(cells) - cells.count(NONE)} cells as they should be"
    )
    return 1 if MISSED in cells or ALARM in cells else 0


if __name__ == "__main__":
    sys.exit(main())
