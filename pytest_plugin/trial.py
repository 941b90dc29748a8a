"""The runs of one check: each is played, judged, and refused where nothing can be judged."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from ..contracts import ErrpactError, Obligation, State
from ..contracts.wording import counted
from . import clock_holders, statuses, unasked
from .drive import Exchange, Setup, play
from .examples import Example
from .plans import Plan
from .recognise import Baseline, Recognised
from .record import Run
from .scripts import is_target
from .verdicts import Judged, Verdict, judge

MOST_SHOWN: Final = 5
"""Requests that a message lists."""
REALLY_SLEPT: Final = 0.9
"""Real seconds of one call after which we look for a sleep that could not be skipped."""


class WrongUse(ErrpactError):
    """A `call` that the check cannot judge: it never asks the server or its target, asks another host, hangs."""


@dataclass
class Trial:
    """The runs of one check, in order. test: its test. asked: tests whose client asked the base URL in some call."""

    plan: Plan
    setup: Setup
    baseline: Baseline
    recognised: Recognised
    test: str = ""
    asked: set[str] = field(default_factory=set, repr=False)
    runs: list[Run] = field(default_factory=list)
    slept: str = ""
    late: int = 0
    """Times that threads which an earlier call left behind tried to go on asking."""
    status_matters: bool = False
    """Whether the client survived a reply under another status than the one that was guessed for it."""

    def run(self, example: Example) -> Judged:
        """Run the client on one example and judge it. Raises WrongUse."""
        exchange = play(self.setup, example)
        self.late += len(exchange.late)
        self._usable(exchange)
        judged = self._judge(example, exchange)
        if exchange.hung is not None:
            if not judged.broken:
                raise WrongUse(self._hung(exchange))
            self.setup.timeout, self.setup.hurried = min(self.setup.timeout, 1.0), True
        if exchange.runaway:
            # It is known now that this client does not give up: less patience is enough from here on.
            self.setup.limit = min(self.setup.limit, 30)
        self.runs.append(Run.of(judged))
        if exchange.slept > REALLY_SLEPT and not self.slept:
            self.slept = really_slept(exchange.slept)
        return judged

    def _judge(self, example: Example, exchange: Exchange) -> Judged:
        """The verdicts of a run. What crashes whatever the status is broken, though the page gives none."""
        judged = judge(self.plan.case, example, exchange, self.baseline, self.recognised)
        survive = judged.verdicts.get(Obligation.SURVIVE)
        if survive is None or survive.state is not State.UNDECIDED or self.status_matters:
            return judged
        under_this = self._survives(statuses.known(example), exchange)
        under_others = [*statuses.others(example)] if under_this.state is State.BROKEN else []
        if not under_others:
            return judged
        for other in under_others:
            if self._survives(other, play(self.setup, other)).state is not State.BROKEN:
                self.status_matters = True
                return judged
        whatever = Verdict(State.BROKEN, f"{under_this.why}, whatever the HTTP status")
        return replace(judged, verdicts={**judged.verdicts, Obligation.SURVIVE: whatever})

    def _survives(self, example: Example, exchange: Exchange) -> Verdict:
        return judge(self.plan.case, example, exchange, self.baseline, self.recognised).verdicts[Obligation.SURVIVE]

    def _usable(self, exchange: Exchange) -> None:
        if exchange.hits or self.baseline.asked:
            self.asked.add(self.test)
        if exchange.hits:
            self._met(exchange)
        if exchange.hits or exchange.hung is not None:
            return
        message, cause = unasked.told(exchange, before=self.test in self.asked)
        raise WrongUse(message) from cause

    def _met(self, exchange: Exchange) -> None:
        """Refuse a run in which no request got the case because none was the target: it says nothing of the client."""
        target = self.setup.target
        if target is None or any(hit.action.role in ("case", "success") for hit in exchange.hits):
            return
        if exchange.hung is not None:
            raise WrongUse(self._hung(exchange))
        what = "what target asks for" if callable(target) else target
        asked = list(dict.fromkeys(hit.request.shown for hit in exchange.hits))
        shown = ", ".join(asked[:MOST_SHOWN]) + (", …" if len(asked) > MOST_SHOWN else "")
        if any(is_target(target, hit.request) for hit in exchange.hits):
            raise WrongUse(f"routes answer each request that was {what}; leave it to the target ({shown})")
        # The error's class alone: its text may hold what was served, which may be somebody's data.
        error = exchange.outcome.error
        ended = f" and raised {type(error).__name__}" if error is not None else ""
        raise WrongUse(f"no request was {what}; the client asked {shown}{ended}")

    def _hung(self, exchange: Exchange) -> str:
        assert exchange.hung is not None
        held = clock_holders.holders()
        who = f"; the real time.sleep is held by {', '.join(held)}: set `early-clock = true`" if held else ""
        place = exchange.outcome.place
        longest = self.setup.stuck.get(place, 0.0)
        before = f", where an earlier call was for {longest:.0f} s" if longest > exchange.hung + 0.5 else ""
        where = f"; it was at {place}{before}" if place else ""
        within = f"{exchange.hung:.0f}" if exchange.hung >= 1 else f"{exchange.hung:.1f}"
        seen = counted(len(exchange.hits), "request")
        return f"{self.plan.id}: the call did not end within {within} s of real time ({seen}){where}{who}"


LEFT_BEHIND: Final = (
    "a call left a thread or task behind that went on asking after its end; what it asked later was refused and not "
    "counted: stop it, or wait for it, before the call ends"
)


def really_slept(seconds: float) -> str:
    """The note on a client that slept for real, naming who holds the real `time.sleep`; nothing if nobody does."""
    held = clock_holders.holders()
    if not held:
        return ""
    return (
        f"one call took {seconds:.1f} s of real time; the real time.sleep is held by {', '.join(held)}: "
        "set `early-clock = true` under [tool.errpact.pytest]"
    )
