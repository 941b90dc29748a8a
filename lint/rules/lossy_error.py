"""The error surfaces without its code, so callers can't tell apart what must be told apart.

"Try again tomorrow", "ask the user for the password" and "call us" are different answers to a customer. A caller
that only learns that something failed can't choose. An exception or result that carries the code, the body or the
response is enough, and so is a word or number of its own for each; a sentence in the message is not. It is reported
where what may be resent leaves as the same error as what may not, and where all codes of an HTTP status do for which
the page has many remedies, whether the status is told or not; and where None comes back for the one as for the other.

Bad:

    import requests


    class FlanksError(Exception):
        pass


    def accounts(token):
        response = requests.post(
            "https://api.flanks.io/v0/bank/account", json={"credentials_token": token}, timeout=30
        )
        if response.status_code != 200:
            raise FlanksError("could not read the accounts")
        return response.json()["accounts"]

Good:

    import requests


    class FlanksError(Exception):
        def __init__(self, status, body):
            super().__init__(f"Flanks answered {status}")
            self.status = status
            self.body = body
            self.code = body.get("error_code")


    def accounts(token):
        response = requests.post(
            "https://api.flanks.io/v0/bank/account", json={"credentials_token": token}, timeout=30
        )
        body = response.json()
        if response.status_code != 200:
            raise FlanksError(response.status_code, body)
        return body["accounts"]

Known misses:

Codes that the client chose to make one error of; codes that travel by another way (a log that is parsed, a metric);
exceptions built by code outside the project; the end of a program (`SystemExit`) or of a job (`CancelExecution`,
`AirflowFailException`), whose reader was told by what was printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ..draft import Draft
from ..finding import Severity
from ..flow.domain import Domain
from ..flow.effects import OF_STATUS, TELLING
from ..flow.state import Event, Inst, Site
from ..flow.values import NONE, Ref, Unk, Value, narrow, parts
from ..judgement import Judgement
from ..outcomes import Outcome, outcomes_of
from ..shapes import shape, wordless
from . import Rule

RULE: Final = Rule(
    code="EP203",
    name="lossy-error",
    severity=Severity.ERROR,
    summary="the error surfaces without its code, so callers can't tell apart what must be told apart",
)


Groups = dict[tuple[Site, object], list[Outcome]]
Words = dict[tuple[Site, int, object], set[tuple[int, object]]]
ORDERS: Final = frozenset(
    {
        "SystemExit",
        "airflow.exceptions.AirflowFailException",
        "airflow.exceptions.AirflowSkipException",
        "airflow.sdk.exceptions.AirflowFailException",
        "airflow.sdk.exceptions.AirflowSkipException",
        "celery.exceptions.Ignore",
        "celery.exceptions.Reject",
        "dramatiq.Retry",
        "dramatiq.errors.Retry",
        "huey.CancelExecution",
        "huey.RetryTask",
        "huey.exceptions.CancelExecution",
        "huey.exceptions.RetryTask",
    }
)
"""What no caller reads: it ends the program, whose user was told by what it printed, or tells a runner of jobs what to
do with this one."""
MANY: Final = 4
"""Fewer cases than this may well be one thing to the client."""


def check(judged: Judgement) -> Iterator[Draft]:
    """One draft per raise: cases that ask for different reactions leave as one error that doesn't say which it was."""
    groups: Groups = {}
    by_status: Groups = {}
    nothing: Groups = {}
    words = _words(judged)
    told = _told(judged)
    for outcome in outcomes_of(judged):
        if outcome.end.state.later:
            continue  # another request succeeded afterwards: what leaves then is about something else
        if outcome.exc in ORDERS:
            continue
        if outcome.kind == "thrown" and outcome.site in _of_the_next(judged, outcome):
            continue  # what keeps it from asking for the next one is about that one
        if outcome.kind == "thrown" and not _surfaces(judged, outcome, TELLING - OF_STATUS):
            shown = shape(judged.interp, outcome.end.state, outcome.end.thrown or outcome.end.value)
            if _surfaces(judged, outcome):
                by_status.setdefault((outcome.site, shown), []).append(outcome)
            elif not _says_which(words[_place(outcome)]):
                groups.setdefault((outcome.site, shown), []).append(outcome)
        elif outcome.kind == "kept" and (site := _bare(judged, outcome)) is not None:
            groups.setdefault((site, ""), []).append(outcome)
        elif outcome.kind == "kept" and outcome.certain and _is_nothing(judged, outcome):
            nothing.setdefault((outcome.site, ""), []).append(outcome)
    yield from _nothing_instead(nothing)
    yield from _no_more_than_the_status(by_status)
    for (site, _), found in groups.items():
        domain = found[0].end.domain
        sure = _together(domain, [o for o in found if o.certain or _by_default(judged, o, told)])
        mask = sure or _together(domain, found)
        if mask:
            why = "some must not be resent and others may, or are not even errors"
            if not _unlike(domain, mask):
                why = "the page has a remedy of its own for each"
            yield Draft(
                site,
                domain,
                mask,
                f"all leave as one {found[0].exc or 'error'} without the code, though {why}",
                "keep the code (or the body) on the exception",
                bool(sure),
                found[0].end.path(mask),
            )


def _is_nothing(judged: Judgement, outcome: Outcome) -> bool:
    """Whether a caller gets None for an error, nothing of it is kept, printed or done otherwise."""
    end = outcome.end
    if narrow(end.value, outcome.mask) != NONE or judged.recorded(end) or judged.stood_in_for(end):
        return False
    return not judged.special(end, outcome.mask) and not judged.said_apart(end, outcome.mask)


def _nothing_instead(groups: Groups) -> Iterator[Draft]:
    """One draft per place from which None comes back for errors that ask for different reactions."""
    for (site, _), found in groups.items():
        domain = found[0].end.domain
        mask = 0
        for outcome in found:
            mask |= outcome.mask & domain.errors
        if _unlike(domain, mask):
            yield Draft(
                site,
                domain,
                mask,
                "all end as None, though some must not be resent and others may",
                "raise an error that carries the code, or return a result that does",
                True,
                found[0].end.path(mask),
            )


def _of_the_next(judged: Judgement, outcome: Outcome) -> set[Site | None]:
    """Where the root raises before it has asked for anything, and after a success too: this says nothing of a reply."""
    anyway = {
        _raised(end.events(end.mask & end.domain.success))
        for end in judged.ends_of(outcome.end.run)
        if end.thrown is not None and end.certain and end.mask & end.domain.success
    }
    if outcome.site not in anyway:
        return set()
    unasked = [st for st, _ in outcome.end.run.ends if not st.sent and not st.answered]
    return anyway & {_raised(st.trail.events(st.mask)) for st in unasked if st.trail}


def _raised(events: Sequence[Event]) -> Site | None:
    return next((e.site for e in reversed(events) if e.kind == "raise" and e.text != "again"), None)


def _no_more_than_the_status(groups: Groups) -> Iterator[Draft]:
    """One draft per raise that leaves the caller with an HTTP status that stands for many codes."""
    for (site, _), found in groups.items():
        domain, sure = found[0].end.domain, 0
        for outcome in found:
            sure |= outcome.mask if outcome.certain else 0
        if mask := _unread(domain, sure):
            yield Draft(
                site,
                domain,
                mask,
                f"all leave as one {found[0].exc or 'error'} that says no more than the HTTP status, though the page"
                " has a remedy of its own for each",
                "keep the code (or the body) on the exception",
                True,
                found[0].end.path(mask),
            )


def _words(judged: Judgement) -> Words:
    """What errors are made with, as far as a program can go by it: numbers, single words (a name from a table of codes,
    an enum's member); sentences are for people. By place and request, for what differs there differs by the reply."""
    found: Words = {}
    for outcome in outcomes_of(judged):
        if outcome.kind != "thrown":
            continue
        exc: Value = outcome.end.thrown or outcome.end.value
        state, interp = outcome.end.state, judged.interp
        obj = interp.obj(state, exc) if isinstance(exc, Ref) else None
        held = (*obj.attrs.values(), *obj.args) if isinstance(obj, Inst) else ()
        words = found.setdefault(_place(outcome), set())
        for number, value in enumerate(held):
            words.update((number, wordless(shape(interp, state, part))) for _, part in parts(value, outcome.mask))
    return found


def _place(outcome: Outcome) -> tuple[Site, int, object]:
    return outcome.site, id(outcome.end.run), outcome.end.state.target


def _says_which(words: set[tuple[int, object]]) -> bool:
    """Whether one of the things that an error is made with differs from case to case, or from sort to sort."""
    told = [number for number, shown in words if shown not in ("data", "empty")]
    return len(told) > len(set(told))


def _told(judged: Judgement) -> dict[tuple[int, object], int]:
    """For each run and target, the points that some path tells the caller of."""
    found: dict[tuple[int, object], int] = {}
    for outcome in outcomes_of(judged):
        if outcome.kind != "thrown" or _surfaces(judged, outcome):
            key = (id(outcome.end.run), outcome.end.state.target)
            found[key] = found.get(key, 0) | outcome.mask
    return found


def _by_default(judged: Judgement, outcome: Outcome, told: dict[tuple[int, object], int]) -> bool:
    """Whether an error that may leave in several ways leaves without its code in each of them, and this is the way
    that nothing picks out."""
    picks = [e for e in outcome.events if e.kind == "branch"]
    picked = bool(picks) and picks[-1].text.endswith("true")
    return not picked and not outcome.mask & told.get((id(outcome.end.run), outcome.end.state.target), 0)


def _together(domain: Domain, found: list[Outcome]) -> int:
    """The points of outcomes that give the caller the same, if they ask for different reactions; else none."""
    mask = 0
    for outcome in found:
        mask |= outcome.mask & (domain.errors | domain.unfinished)
    return mask if _unlike(domain, mask) else _unread(domain, mask)


def _unlike(domain: Domain, mask: int) -> bool:
    """Whether some of these points may be resent and others not."""
    forbidden = domain.mask(lambda r: r.point.policy.forbids_resend) & mask
    return bool(forbidden and mask & ~forbidden) and len(domain.cases(mask)) >= MANY


def _unread(domain: Domain, mask: int) -> int:
    """The points of HTTP statuses of which each code is there, if the page has many remedies for them: nobody chose
    among those codes, as a client does that makes one error of the codes that are one thing to it."""
    errors = domain.errors & domain.mask(lambda r: r.point.code is not None and "status" not in r.point.guessed)
    whole = 0
    for bits, _ in domain.status(mask & errors):
        every = next(m for m, _ in domain.status(errors) if m & bits)
        if every == bits and len({c.policy.steps for c in domain.cases(every)}) >= MANY:
            whole |= every
    return whole


def _bare(judged: Judgement, outcome: Outcome) -> Site | None:
    """Where an exception without the code was raised that the client itself turned into a result without it."""
    caught = max((i for i, e in enumerate(outcome.events) if e.kind == "catch"), default=-1)
    raised = next((e for e in reversed(outcome.events[: caught + 1]) if e.kind == "raise" and e.text != "again"), None)
    if raised is None or raised.text != "bare" or judged.recorded(outcome.end):
        return None
    return None if _surfaces(judged, outcome) else raised.site


def _surfaces(judged: Judgement, outcome: Outcome, fields: frozenset[str] = TELLING) -> bool:
    exc: Value = narrow(outcome.end.thrown or outcome.end.value, outcome.mask)
    unknown = isinstance(exc, Unk) and exc.taint  # made of the reply by something that couldn't be followed
    return unknown or judged.interp.carries(outcome.end.state.fork(outcome.mask), exc, fields=fields)
