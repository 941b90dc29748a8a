"""One run of a command: wall time, CPU time and the most memory that it and all that it started held at once."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple


class Measured(NamedTuple):
    """wall, cpu: seconds. memory: megabytes, shared pages counted once (0 where /proc can't tell)."""

    wall: float
    cpu: float
    memory: float

    def better(self, other: Measured) -> Measured:
        """The best of both, each figure by itself; of memory the most."""
        return Measured(min(self.wall, other.wall), min(self.cpu, other.cpu), max(self.memory, other.memory))

    @property
    def text(self) -> str:
        """The wall time for people."""
        return f"{self.wall * 1000:.0f} ms" if self.wall < 10 else f"{self.wall:.1f} s"


def measure(
    command: Sequence[str | Path], folder: Path, environment: Mapping[str, str], *, memory: bool = False
) -> Measured:
    """Run a command in a folder. memory: look at its memory meanwhile, which blurs the wall time by up to 50 ms.

    Findings (exit 1) are no failure. Raises SystemExit for any other failure.
    """
    most = 0.0
    with tempfile.TemporaryFile() as said:
        began, before = time.perf_counter(), os.times()
        process = subprocess.Popen(  # noqa: S603 - our own words
            command, cwd=folder, stdout=subprocess.DEVNULL, stderr=said, env=dict(environment)
        )
        while memory and process.poll() is None:
            most = max(most, _family(process.pid))
            time.sleep(0.05)
        process.wait()
        wall, after = time.perf_counter() - began, os.times()
        said.seek(0)
        if process.returncode not in (0, 1):
            reason = said.read().decode(errors="replace")[-500:]
            raise SystemExit(f"{command[0]}: exit {process.returncode}: {reason}")
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Measured(wall, cpu, most)


def _family(pid: int) -> float:
    """Megabytes of a process and its descendants."""
    total = 0.0
    try:
        with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as file:
            total += sum(int(line.split()[1]) / 1024 for line in file if line.startswith("Pss:"))
        with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as file:
            total += sum(_family(int(child)) for child in file.read().split())
    except OSError:
        pass
    return total
