"""Sync engine: sections of a customer, one after another; what is complete is checkpointed and never asked again."""
from __future__ import annotations

import logging
import time
from dataclasses import dataclass, field
from typing import Any

from codes import COOLING, PARTIAL, PATIENCE, Code
from transport import CircuitOpen, KlaviError, Transport

log = logging.getLogger("klavi.sync")
SECTIONS = ("accounts", "transactions", "investments")


@dataclass
class Checkpoint:
    complete: dict[str, dict[str, Any]] = field(default_factory=dict)
    incomplete: dict[str, tuple[int, dict[str, Any]]] = field(default_factory=dict)
    stopped: KlaviError | None = None
    cooling_until: float = 0.0


@dataclass(frozen=True)
class Line:
    section: str
    code: int | None
    attempt: int


@dataclass(frozen=True)
class Report:
    complete: tuple[str, ...]
    incomplete: dict[str, int]


class SyncStopped(Exception):
    def __init__(self, section: str, error: KlaviError, report: Report) -> None:
        super().__init__(f"{section}: {error}")
        self.section = section
        self.code = error.raw
        self.error = error
        self.report = report


class Engine:
    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self.checkpoints: dict[str, Checkpoint] = {}
        self.journal: list[Line] = []

    def run(self, cpf: str) -> Report:
        point = self.checkpoints.setdefault(cpf, Checkpoint())
        if point.stopped is not None:
            raise SyncStopped("(held)", point.stopped, self._report(point))
        for section in SECTIONS:
            if section in point.complete:
                continue
            try:
                code, data = self._fetch(cpf, section)
            except KlaviError as error:
                point.stopped = error
                point.cooling_until = time.time() + COOLING.get(error.code, 0.0)
                raise SyncStopped(section, error, self._report(point)) from error
            if code in PARTIAL:
                point.incomplete[section] = (int(code), data)
            else:
                point.incomplete.pop(section, None)
                point.complete[section] = data
        return self._report(point)

    def release(self, cpf: str) -> bool:
        """Support calls this when whoever had to act has acted; False while the bank's own delay runs."""
        point = self.checkpoints[cpf]
        if point.cooling_until > time.time():
            return False
        point.stopped = None
        return True

    def _fetch(self, cpf: str, section: str) -> tuple[Code, dict[str, Any]]:
        attempt = 0
        while True:
            try:
                code, data = self._transport.section(cpf, section)
            except CircuitOpen:
                raise
            except KlaviError as error:
                self.journal.append(Line(section, error.raw, attempt))
                waits = PATIENCE.get(error.code, ()) if error.code is not None else ()
                if attempt >= len(waits):
                    raise
                log.warning("%s: %s, again in %.0f s", section, error, waits[attempt])
                time.sleep(waits[attempt])
                attempt += 1
            else:
                self.journal.append(Line(section, int(code), attempt))
                return code, data

    def _report(self, point: Checkpoint) -> Report:
        return Report(tuple(point.complete), {name: code for name, (code, _) in point.incomplete.items()})
