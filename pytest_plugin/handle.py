"""What a test holds: one case and its `check`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..contracts import Case, ErrpactError
from . import acheck
from .check import UNSET, Checker, ContractBroken
from .drive import Call
from .recognise import Recognised
from .record import Record
from .scripts import Target


class CaseHandle:
    """One documented case. id: its id. case: what is documented, None for an off-contract item. checked: whether a
    check of it ran, whatever it said."""

    def __init__(self, checker: Checker) -> None:
        self._checker = checker
        self.checked = False

    @property
    def id(self) -> str:
        """The case's id, as in `khipu:main:E100-E199+DO_NOT_RETRY`."""
        return self._checker.plan.id

    @property
    def case(self) -> Case | None:
        """What the page documents."""
        return self._checker.plan.case

    def __repr__(self) -> str:
        return f"<errpact case {self.id}>"

    def check(
        self,
        call: Call,
        *,
        success: Any = UNSET,
        routes: Mapping[str, Any] | None = None,
        target: Target = None,
        recognised: Recognised = None,
    ) -> Record:
        """Try a client against this case, with many examples; fail the test where an obligation is broken.

        call: makes the client anew for the base URL that it is given, which is another one each time, and performs one
        operation; may be async. success: the success reply of the operation: a JSON value (sent as 200), an
        `errpact.Reply`, or a function of the request that gives either; by default the marker's, else the
        configuration's. routes: replies for other requests, `{"POST /v0/token": {…}}`, beside those of the
        configuration; by default the marker's. target: which requests get the case: a pattern like a route's, or a
        function of the request; by default the marker's, else the configuration's, else all that no route takes.
        recognised: says of a returned value whether it shows the case; without it the result is compared with that for
        success.
        """
        __tracebackhide__ = True
        self.checked = True
        try:
            return self._checker.check(call, success=success, routes=routes, target=target, recognised=recognised)
        except (ContractBroken, ErrpactError) as exc:
            raise self._told(exc) from None

    async def acheck(
        self,
        call: Call,
        *,
        success: Any = UNSET,
        routes: Mapping[str, Any] | None = None,
        target: Target = None,
        recognised: Recognised = None,
    ) -> Record:
        """`check` in an async test: the client runs on the test's own loop."""
        __tracebackhide__ = True
        try:
            record = await acheck.acheck(
                self._checker, call, success=success, routes=routes, target=target, recognised=recognised
            )
        except (ContractBroken, ErrpactError) as exc:
            self.checked = True
            raise self._told(exc) from None
        # Not before: a task that was started and left alone has checked nothing.
        self.checked = True
        return record

    def _told(self, error: ContractBroken | ErrpactError) -> BaseException:
        """The exception that tells of a failure; pytest has one of its own."""
        return error


__all__ = ["CaseHandle", "ContractBroken"]
