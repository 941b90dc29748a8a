"""One item: try a client against one documented case, with many examples, and judge it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..contracts import Obligation, State
from . import clock_scan, failures, hints, readings, search
from .drive import LIMIT, Call, Setup, check_call
from .examples import Example
from .options import MISSING, Options
from .plans import Plan, tour
from .recognise import Baseline, Recognised
from .record import Record, figures, states
from .refusal import CHECK, MARKER, UnusableSuccess, configured, refusal
from .scripts import InvalidArgument, Target, as_reply, pattern_fault
from .server import Server
from .trial import LEFT_BEHIND, Trial, WrongUse
from .verdicts import Judged, Verdicts, combine

UNSET: Any = MISSING


class ContractBroken(AssertionError):
    """A client broke an obligation. The text says all; record holds the verdicts."""

    def __init__(self, message: str, record: Record) -> None:
        super().__init__(message)
        self.record = record


@dataclass
class Checker:
    """Checks of one plan. nodeid names the test in reports and failure files. defaults: what the marker gave. limit:
    requests after which a client is taken not to give up. stuck: places where a call of the same module hung, with the
    real seconds. asked: tests whose client asked the base URL in some call."""

    plan: Plan
    options: Options
    nodeid: str
    server: Callable[[], Server]
    scope: tuple[str, ...] = ()
    path: str = ""
    defaults: Mapping[str, Any] = field(default_factory=dict)
    stuck: dict[str, float] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set, repr=False)
    on_record: Callable[[Record], None] = lambda record: None
    limit: int = LIMIT

    def check(
        self,
        call: Call,
        *,
        success: Any = UNSET,
        routes: Mapping[str, Any] | None = None,
        target: Target = None,
        recognised: Recognised = None,
        invoke: Any = None,
    ) -> Record:
        """Run `call(base_url)` against examples of the case. Raises ContractBroken, WrongUse, InvalidArgument; of the
        second UnusableSuccess only where nothing is broken."""
        __tracebackhide__ = True
        check_call(call)
        if invoke is None:
            _refuse_running_loop()
        clock_scan.share_tls(self.options.share_tls)
        success, where = self._success(success)
        setup = self._setup(call, success, routes, target, invoke)
        baseline = Baseline(setup, self.plan.contract)
        baseline.start()
        trial = Trial(self.plan, setup, baseline, recognised, self._test, self.asked)
        verdicts, broken = self._try(trial)
        return self._conclude(trial, verdicts, broken, refusal(baseline, where))

    @property
    def _test(self) -> str:
        """The test that all cases have in common."""
        return self.nodeid.partition("[")[0]

    def _success(self, success: Any) -> tuple[Any, str]:
        """The success reply in force, and the name of the place where it was given."""
        if success is not UNSET:
            return success, CHECK
        provider = self.plan.contract.provider
        given = self.defaults.get("success", UNSET)
        if given is not UNSET:
            return given, MARKER
        return self.options.success_for(provider), configured(provider)

    def _setup(self, call: Call, success: Any, routes: Any, target: Target, invoke: Any) -> Setup:
        if success is not UNSET:
            _check_reply("success", success)
        chosen = routes if routes is not None else self.defaults.get("routes")
        if chosen is not None and not isinstance(chosen, Mapping):
            shape = 'write requests with their replies: {"POST /v0/token": {…}}'
            raise InvalidArgument(f"routes: must be a dict, not {type(chosen).__name__}; {shape}")
        own, configured = dict(chosen or {}), self.options.routes
        _check_routes({**configured, **own})
        own_target = target if target is not None else self.defaults.get("target")
        chosen_target = own_target if own_target is not None else self.options.target
        _check_target(chosen_target)
        return Setup(
            server=self.server(),
            call=call,
            success=None if success is UNSET else success,
            has_success=success is not UNSET,
            routes=own if own_target is not None else {**configured, **own},
            behind=configured if own_target is not None else {},
            target=chosen_target,
            timeout=self.options.timeout,
            limit=self.limit,
            invoke=invoke,
            stuck=self.stuck,
        )

    def _try(self, trial: Trial) -> tuple[Verdicts, list[Judged]]:
        if self.options.replay is not None:
            data = failures.read(self.options.replay)
            if data["case"] == self.plan.id:
                once = Example.from_json(data["example"], self.plan.contract, self.plan.id)
                return self._under(trial, None, [once], draw=False)
        test = self._test
        possible = self.plan.readings
        wanted = readings.candidates(test, possible, trial.baseline.reading)
        tried = {reading: self._tour(trial, reading, draw=reading == wanted[0]) for reading in wanted}
        kept = [reading for reading in wanted if not tried[reading][1]]
        chosen = tried[wanted[0]]
        if kept and kept[0] != wanted[0]:
            # One documented reading at a time: the client keeps to another one than the first.
            chosen = self._tour(trial, kept[0], draw=True)
        for reading in wanted:
            if kept and reading not in kept:
                readings.rule_out(test, possible, reading)
        return chosen

    def _tour(self, trial: Trial, reading: str | None, *, draw: bool) -> tuple[Verdicts, list[Judged]]:
        scripts = self.plan.scripts(with_success=trial.setup.has_success)
        examples = tour(self.plan, reading, scripts, self.options.retry_after)
        return self._under(trial, reading, examples, draw=draw and self.plan.case is not None)

    def _under(
        self, trial: Trial, reading: str | None, examples: Sequence[Example], *, draw: bool
    ) -> tuple[Verdicts, list[Judged]]:
        """Verdicts under one reading, and the runs that broke something that nobody waived."""
        first = len(trial.runs)
        broken = search.find(
            trial.run,
            self._counts,
            self.plan,
            reading,
            examples,
            more=max(0, self.options.max_examples - len(examples)) if draw else 0,
            with_success=trial.setup.has_success,
            database=(self.options.cache, f"{self.nodeid}:{self.plan.id}"),
        )
        return combine([run.verdicts for run in trial.runs[first:]]), broken

    def _counts(self, run: Judged) -> tuple[Obligation, ...]:
        """The broken obligations of a run that fail the test."""
        return tuple(o for o in run.broken if not self._waived(o))

    def _waived(self, obligation: Obligation) -> bool:
        if obligation is Obligation.ROBUST and not self.options.robust:
            return True
        return self.options.accepted(self.plan.id, obligation, self.path) is not None

    def _conclude(self, trial: Trial, verdicts: Verdicts, broken: Sequence[Judged], refused: str) -> Record:
        if refused and not broken:
            raise UnusableSuccess(refused)
        message = ""
        if broken:
            path = failures.write(self.options.cache, failures.to_json(self.plan, broken[0], self.nodeid))
            replay = failures.command(path, Path.cwd()) if path else None
            message = failures.text(self.plan, [(run, self._counts(run)) for run in broken], replay)
            hint = hints.of(broken[0], trial.setup)
            message += (f"\n{hint}" if hint else "") + (f"\n\nbesides, {refused}" if refused else "")
        record = self._record(trial, verdicts, message)
        self.on_record(record)
        if broken:
            raise ContractBroken(message, record)
        return record

    def _record(self, trial: Trial, verdicts: Verdicts, message: str) -> Record:
        requests, waits = figures(trial.runs)
        case = self.plan.case
        return Record(
            provider=self.plan.contract.provider,
            case=self.plan.id,
            nodeid=self.nodeid,
            examples=len(trial.runs),
            verdicts=states(verdicts),
            requests=requests,
            waits=waits,
            message=message,
            accepted=tuple(str(o) for o in verdicts if self._waived(o)),
            title=" ".join(p for p in (case.name, case.code_text, case.advice) if p) if case else str(self.plan.off),
            notes=(
                *((trial.slept,) if trial.slept else ()),
                *((LEFT_BEHIND,) if trial.late else ()),
                *(f"{o}: {v.why}" for o, v in verdicts.items() if v.state is State.UNDECIDED),
            ),
            scope=self.scope,
        )


def _refuse_running_loop() -> None:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return
    raise InvalidArgument("check() cannot run inside an event loop; write `await errpact_case.acheck(call)` instead")


def _check_routes(routes: Mapping[str, Any]) -> None:
    for pattern, value in routes.items():
        if fault := pattern_fault(pattern):
            raise InvalidArgument(f'routes: {pattern!r} {fault}; write it as "POST /v0/token"')
        _check_reply(f"routes, {pattern!r}", value)


def _check_target(target: Any) -> None:
    if target is not None and not callable(target) and (fault := pattern_fault(target)):
        raise InvalidArgument(f'target: {target!r} {fault}; write it as "METHOD /path"')


def _check_reply(where: str, value: Any) -> None:
    """Complain about a reply that cannot be sent, and say which; functions are known only when they are asked."""
    try:
        if not callable(value):
            as_reply(value)
    except InvalidArgument as exc:
        raise InvalidArgument(f"{where}: {exc}") from None


__all__ = ["Checker", "ContractBroken", "Trial", "UnusableSuccess", "WrongUse"]
