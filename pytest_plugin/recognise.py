"""`recognise`: can the caller tell this result from what the same client returns for success?

The client is run on the consumer's success reply, and on the same reply with its data emptied. A result that, with
generated data removed, equals one of those results is taken for success.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from ..contracts import Case, Contract, Envelope, Kind, Point, Reply, State, Verb, applicable
from ..contracts.classify import MISSING, at
from . import bodies
from .drive import Exchange, Outcome, Setup, play, play_success
from .emptied import UNSETTLED, emptied, unsettled
from .examples import Example
from .plans import Plan
from .results import DATA, Tree, flatten, holds, mask, other_words, same, says_something, told_apart, without_figures
from .scripts import success_reply
from .survive import crashed

MAX_VARIANTS: Final = 8
Recognised = Callable[[Any], bool] | None


@dataclass
class Baseline:
    """What the client returns for success. exchange: the run on the success reply itself; variants are made when
    first needed. error: what it raised, if it did."""

    setup: Setup
    contract: Contract
    exchange: Exchange | None = None
    seen: Any = None
    noise: set[str] = field(default_factory=set)
    _trees: list[Tree] | None = field(default=None)
    _rivals: list[tuple[Example, Exchange]] | None = field(default=None)

    @property
    def error(self) -> BaseException | None:
        """The exception on a success reply."""
        return self.exchange.outcome.error if self.exchange else None

    @property
    def asked(self) -> bool:
        """Whether the client asked for anything on a success reply."""
        return self.exchange is not None and bool(self.exchange.hits)

    def start(self) -> None:
        """Run the client on the success reply, if there is one."""
        if not self.setup.has_success:
            return

        def remember(request: Any) -> Reply:
            reply = success_reply(self.setup.success, request)
            self.seen = reply.body
            return reply

        self.exchange = play_success(self.setup, remember)

    @property
    def reading(self) -> str | None:
        """The JSON type of codes that the consumer's success reply shows, where it has one."""
        values = (at(self.seen, pointer) for pointer in self._code_pointers(self.contract.envelopes))
        kinds = {"integer" if isinstance(v, int) else "string" for v in values if isinstance(v, (int, str))}
        return kinds.pop() if len(kinds) == 1 else None

    def confirms_field(self, point: Point) -> bool:
        """Whether the success reply has the code where the page only suggests it."""
        envelopes = (point.envelope,) if point.envelope else ()
        return any(at(self.seen, p) is not MISSING for p in self._code_pointers(envelopes))

    @staticmethod
    def _code_pointers(envelopes: Sequence[Envelope]) -> list[str]:
        return [p.pointer for e in envelopes for p in e.properties if p.field == "code"]

    def rivals(self, example: Example) -> list[tuple[Example, Exchange]]:
        """Runs on other cases that ask for something else than this one; made once."""
        if self._rivals is None:
            case = example.point.case
            chosen = rivals(case, self.contract, example.point.status) if case else []
            drawn = [Plan(c.id, self.contract, c).points(example.reading)[0] for c in chosen]
            shown = [bodies.always_shown(self.contract, p.envelope) for p in drawn]
            examples = [
                Example(p, bodies.smallest(p, s), reading=example.reading) for p, s in zip(drawn, shown, strict=True)
            ]
            self._rivals = [(e, play(self.setup, e)) for e in examples]
        return self._rivals

    def trees(self) -> list[Tree]:
        """The results for success and for success without data, what varies by itself marked as data."""
        if self._trees is None:
            self._trees = list(self._make()) if self.exchange and self.exchange.outcome.how == "returned" else []
        return self._trees

    def _make(self) -> Iterator[Tree]:
        assert self.exchange is not None
        data = [v for v in bodies.leaves(self.seen) if v is not None and not isinstance(v, bool)]
        first = self.exchange.tree
        again = play_success(self.setup, self.setup.success)
        second = again.tree if again.outcome.how == "returned" else first
        self.noise = {p for p in first if first[p] != second.get(p, first[p])}
        full = self.settled(mask(first, data))
        yield full
        if _keyed_by_data(self.exchange.outcome.value, data):
            yield flatten({})
        for variant in emptied(self.setup.success, self.contract):
            run = play_success(self.setup, variant)
            tree = self.settled(run.tree) if run.outcome.how == "returned" else {}
            # Without its data a success may stop to be one for the client (a state that was emptied): what it then
            # says in so many words is no success.
            says_other = other_words(tree, full) or told_apart(without_figures(tree), without_figures(full))
            if tree and not says_other:
                yield tree

    def settled(self, tree: Tree) -> Tree:
        """The tree with what varies from call to call (a time, a random id) marked as data."""
        return {path: DATA if path in self.noise else leaf for path, leaf in tree.items()}


def _keyed_by_data(value: Any, data: Sequence[Any]) -> bool:
    """Whether a mapping's keys come from the reply, so that it is empty where there is no data."""
    return isinstance(value, Mapping) and bool(value) and all(key in data for key in value)


def rivals(case: Case, contract: Contract, status: int, limit: int = 3) -> list[Case]:
    """Cases whose policy asks for something else, those with the same HTTP status first. What has the same code and
    status (Brick's two CONSENTIMENTO_NAO_AUTORIZADO) no client can tell apart."""
    others = [
        c
        for c in contract.cases
        if c.surface == case.surface
        and c.channel == case.channel
        and applicable(c)
        and c.policy.verb is not Verb.UNSPECIFIED
        and _asks(c) != _asks(case)
        and (c.code, c.status) != (case.code, case.status)
    ]
    return sorted(others, key=lambda c: not (isinstance(c.status, tuple) and status in c.status))[:limit]


def _asks(case: Case) -> tuple[Any, ...]:
    """What a case asks of whom."""
    return (case.policy.verb, *((s.actor, s.action) for s in case.policy.steps))


def judge(example: Example, exchange: Exchange, baseline: Baseline, recognised: Recognised) -> tuple[State, str]:
    """The state of `recognise` for one run whose last word was the case, and why."""
    outcome = exchange.outcome
    if outcome.how == "raised":
        error = baseline.error
        if error is not None and type(error) is type(outcome.error):
            return State.UNDECIDED, f"the client raises {type(error).__name__} on your success reply too"
        return State.KEPT, ""
    if recognised is not None:
        if recognised(outcome.value):
            return State.KEPT, ""
        return State.BROKEN, "`recognised` says that the result does not show this case"
    return _compare(example, exchange, baseline)


def _compare(example: Example, exchange: Exchange, baseline: Baseline) -> tuple[State, str]:
    value = exchange.outcome.value
    generated = list(bodies.free_values(example.point, example.body))
    own = [v for v in bodies.leaves(baseline.seen) if v is not None and not isinstance(v, bool)]
    if example.data:
        generated += own
    tree = mask(exchange.tree, generated)
    code = example.point.code
    if holds(tree, code if code is not None else example.point.status, in_text=code is not None):
        return State.KEPT, ""
    if not baseline.setup.has_success:
        return State.UNDECIDED, "the call returned normally; give `success` to compare with"
    successes = baseline.trees()
    if not successes:
        return State.UNDECIDED, "the client does not accept your success reply, so there is nothing to compare with"
    tree = baseline.settled(tree)
    # A client that returns what it once got for success holds that data, too.
    looks = (tree, mask(tree, own))
    if any(same(look, other) for look in looks for other in successes):
        if example.point.case is not None and example.point.case.no_data:
            return State.KEPT, ""  # nothing is what there is
        if "content" in example.guessed and not says_something(tree):
            return State.UNDECIDED, "the call returned what the reply held, of which the page shows nothing"
        if _told_by_its_state(example, exchange, baseline):
            return State.UNDECIDED, "your success data may say that it is done; without that the case is recognised"
        return State.BROKEN, f"the call returned {kind_of(value)}, just as it does for success"
    if all(told_apart(tree, other) for other in successes):
        return State.KEPT, ""
    return State.UNDECIDED, f"the call returned {kind_of(value)}, which differs from success in its data only"


def _told_by_its_state(example: Example, exchange: Exchange, baseline: Baseline) -> bool:
    """Whether a pending result that came with the consumer's success data is recognised without that data, or with
    another state in it: the client goes by that, and the success data's state is one of success."""
    if not example.data or example.point.kind is not Kind.PENDING:
        return False
    bare = replace(example, data=False)
    without = play(baseline.setup, bare)
    if without.outcome.error is None and _compare(bare, without, baseline)[0] is State.KEPT:
        return True
    return _raised(without.outcome) or _goes_by_a_state(example, exchange, baseline)


def _raised(outcome: Outcome) -> bool:
    return outcome.how == "raised" and outcome.error is not None and not crashed(outcome.error)


def _goes_by_a_state(example: Example, exchange: Exchange, baseline: Baseline) -> bool:
    """Whether the client makes something else of the same reply where its data says another state."""
    states: list[Any] = []
    setup = replace(baseline.setup, success=unsettled(baseline.setup.success, states))
    if not states:
        return False
    otherwise = play(setup, example)
    if otherwise.outcome.how != "returned":
        return _raised(otherwise.outcome)
    now, then = baseline.settled(otherwise.tree), baseline.settled(exchange.tree)
    return not same(mask(now, [UNSETTLED]), mask(then, [s for s in states if isinstance(s, str)]))


def kind_of(value: Any) -> str:
    """A result without its data: its type, or that it is empty."""
    if value is None or isinstance(value, bool):
        return str(value)
    name = type(value).__name__
    try:
        empty = len(value) == 0
    except TypeError:
        return f"a {name}"
    return f"an empty {name}" if empty else f"a {name}"
