"""What may be done next with the same request: steps, waits, and the policy that they come to."""

from __future__ import annotations

from .plain import value
from .terms import Actor, Basis, Verb
from .wording import duration


@value
class Wait:
    """A documented wait. At most one of `seconds` and `calendar` is set; `words` alone only forbids no wait at all.
    period: seconds that such a calendar period lasts at least."""

    seconds: float | None = None
    upto: float | None = None
    calendar: str | None = None
    period: float | None = None
    words: str | None = None

    @property
    def minimum(self) -> float:
        """Seconds that bind a resend: of a range the lower end, for a calendar period or bare words any wait (> 0)."""
        return self.seconds if self.seconds is not None else 0.0

    @property
    def vague(self) -> bool:
        """Whether the page says it in words that give no figure ("some minutes"): there is a least, and no most."""
        return self.words is not None and not any(char.isdigit() for char in self.words)

    def __str__(self) -> str:
        if self.seconds is not None:
            span = duration(self.seconds)
            return f"{span} to {duration(self.upto)}" if self.upto is not None else span
        return self.calendar or self.words or "unspecified"


@value
class Step:
    """One piece of advice: who does what, after which wait, and then what happens with the request.

    `then` is `resend`, `poll`, `stop`, or None where the page says nothing of the request itself. `remedy` says that
    the action changes what made the request fail; watching a status page does not.
    """

    actor: Actor | None = None
    action: str | None = None
    wait: Wait | None = None
    then: str | None = None
    schedule: tuple[float, ...] = ()
    role: str | None = None
    remedy: bool = True

    def __str__(self) -> str:
        wait = f"wait {'until ' if self.wait.calendar else ''}{self.wait}" if self.wait else None
        what = ", ".join(filter(None, (self.action, wait)))
        then = (f"→ {self.then}" if what else self.then) if self.then else ""
        after = "after " + ", ".join(duration(s) for s in self.schedule) if self.schedule else ""
        who = (f"[{self.role}] " if self.role else "") + (f"{self.actor}: " if self.actor else "")
        return who + " ".join(filter(None, (what, then, after)))


@value
class Policy:
    """What may be done next with the same request.

    verb: the short form. wait: the delay before a resend (`after`) or between polls (`poll`). schedule: seconds before
    resend 1, 2, …; its length is the documented number of resends. resends: the most resends allowed, None where no
    bound is documented. conflict: a general rule of the page that says otherwise.
    """

    verb: Verb = Verb.UNSPECIFIED
    basis: Basis = Basis.NONE
    steps: tuple[Step, ...] = ()
    wait: Wait | None = None
    schedule: tuple[float, ...] = ()
    conflict: str | None = None
    also: tuple[float, ...] = ()
    """A schedule that is allowed too, because the page excepts a reply that cannot be told apart from this one."""

    @property
    def forbids_resend(self) -> bool:
        """The same request must not be sent again by itself."""
        return self.verb in (Verb.NEVER, Verb.AFTER_ACTION) and not self.also

    @property
    def resends(self) -> int | None:
        """The most resends allowed: 0 where forbidden, the schedule's length, None where undocumented."""
        if self.forbids_resend:
            return 0
        return len(self.schedule or self.also) or None

    def delay(self, resend: int) -> float | None:
        """Seconds that must pass before resend number `resend` (from 1); 0.0 where any wait will do, None where none.

        Past the end of a schedule the last wait stands.
        """
        schedule = self.schedule or self.also
        if schedule:
            return schedule[min(resend, len(schedule)) - 1]
        if self.wait is not None:
            return self.wait.minimum
        return None

    def in_one_period(self, span: float) -> bool:
        """Whether three attempts within `span` seconds were in one calendar period, or two of them were, where the wait
        is for the next: at most one of two resends can have come just after a period's end."""
        period = self.wait.period if self.wait is not None else None
        return period is not None and not self.forbids_resend and span < period

    @property
    def needs_wait(self) -> bool:
        """Some wait is documented before a resend, if only in words."""
        return self.verb in (Verb.AFTER, Verb.BACKOFF, Verb.POLL) or bool(self.also)
