"""Speed of the linter where nothing concerns it, beside ruff in one run: `python benchmarks/lint.py [--folder DIR]`.

The corpus is two published packages as they are on PyPI, fetched by version into DIR (default `build/bench`) and kept
there. The tools take turns, so that a busy machine slows both; of all turns the best counts.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path

BIN = Path(sys.executable).parent
PACKAGES = ("django==5.2.8", "apache-airflow-core==3.1.3")
TURNS = 7


def fetch(folder: Path) -> Path:
    """The packages' sources below `folder`, fetched only where they are not there yet.

    Raises `subprocess.CalledProcessError` where PyPI can't be reached.
    """
    corpus = folder / "corpus"
    if not corpus.exists():
        unfinished = folder / "unfinished"
        # pip installs into a folder of its own, which is renamed when it is whole.
        pip = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-compile"]
        subprocess.run([*pip, "--target", unfinished, *PACKAGES], check=True)  # noqa: S603 - our own words
        unfinished.rename(corpus)
    return corpus


def seconds(command: list[str | Path], folder: Path) -> float:
    """Wall time of one run of `command` in `folder`; findings (exit 1) are no failure."""
    began = time.perf_counter()
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)  # noqa: S603 - our own words
    took = time.perf_counter() - began
    if done.returncode not in (0, 1):
        raise SystemExit(f"{command[0]}: exit {done.returncode}: {done.stderr.decode(errors='replace')[-500:]}")
    return took


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=Path("build/bench"))
    folder = parser.parse_args().folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    corpus = fetch(folder)
    commands: dict[str, list[str | Path]] = {
        "ruff, no cache": [BIN / "ruff", "check", "--isolated", "--no-cache", "-q", "."],
        "errpact, no cache": [BIN / "errpact", "lint", "--no-cache", "."],
        "errpact, warm": [BIN / "errpact", "lint", "."],
    }
    best = dict.fromkeys(commands, float("inf"))
    for _ in range(TURNS):
        for name, command in commands.items():
            best[name] = min(best[name], seconds(command, corpus))
    cold = best["errpact, no cache"] / best["ruff, no cache"]
    warm = best["errpact, warm"]
    print(f"{sum(1 for _ in corpus.rglob('*.py'))} files of {', '.join(PACKAGES)}; best of {TURNS} turns\n")
    for name, took in best.items():
        print(f"  {name:20} {took * 1000:7.0f} ms")
    print(f"\n  cold: {cold:.2f} of ruff's time (goal ≤ 1.2: {'met' if cold <= 1.2 else 'missed'})")
    print(f"  warm: {warm * 1000:.0f} ms (goal ≤ 60 ms: {'met' if warm <= 0.06 else 'missed'})")


if __name__ == "__main__":
    main()
