"""What the analysis of files that concern a provider costs beside bare `libcst.parse_module` of the same files: CPU
time in one process, in turns, the best of several for each unit. Positions, verdicts and messages are part of it."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import libcst

from errpact.contracts import load_all
from errpact.contracts.settings import load_settings
from errpact.lint.analyse import analyse
from errpact.lint.cache import Cache
from errpact.lint.discover import Request, discover
from errpact.lint.index import Index
from errpact.lint.prefilter import triggers
from errpact.lint.project import Project
from errpact.lint.serving import collect_seldom


class Cost(NamedTuple):
    """Of one unit: its number of files, CPU seconds of the bare parse and of the analysis, how much was found."""

    files: int
    parse: float
    analysis: float
    findings: int


def costs(corpus: Path, every: int, count: int) -> list[Cost]:
    """Of every so many-th unit of a corpus, the best of `count` turns."""
    settings, contracts = load_settings(corpus), load_all()
    found = discover(Request(paths=(corpus,)), settings, triggers(settings, []), Index(Cache(None), b""))
    usual = gc.get_threshold()

    def cost(unit: Project) -> Cost:
        parse, whole = [], []
        for _ in range(count):
            gc.set_threshold(*usual)
            parse.append(_seconds(lambda: [libcst.parse_module(f.data) for f in unit.files]))
            collect_seldom()
            whole.append(_seconds(lambda: analyse(unit, settings, contracts)))
        return Cost(len(unit.files), min(parse), min(whole), len(analyse(unit, settings, contracts).findings))

    cost(found.units[0])  # what is made once for all
    try:
        return [cost(unit) for unit in found.units[::every]]
    finally:
        gc.set_threshold(*usual)


def table(corpus: Path, every: int, count: int) -> Iterator[str]:
    """The lines of a table: units in which nothing is found, and the others, for which positions are needed."""
    measured = costs(corpus, every, count)
    yield "| what | parse | analysis with the parse | ratio | goal | met |"
    yield "| --- | --- | --- | --- | --- | --- |"
    groups = (("nothing is found", 3, [c for c in measured if not c.findings]),)
    groups += (("something is found", 6, [c for c in measured if c.findings]),)
    for what, goal, group in groups:
        parse, whole = sum(c.parse for c in group), sum(c.analysis for c in group)
        units = f"{len(group)} units of {sum(c.files for c in group)} files in which {what}"
        met = "yes" if whole <= goal * parse else "**no**"
        yield f"| {units} | {parse:.2f} s | {whole:.2f} s | {whole / parse:.2f} | ≤ {goal} | {met} |"


def _seconds(do: Callable[[], object]) -> float:
    gc.collect()
    began = time.process_time()
    do()
    return time.process_time() - began
