"""Exceptions of the Brick client."""

from __future__ import annotations

from _models import Problem


class BrickError(Exception):
    """Brick did not do what was asked."""

    def __init__(self, status: int, problem: Problem) -> None:
        super().__init__(f"HTTP {status} {problem.key or '-'}: {problem.text}")
        self.status = status
        self.problem = problem

    @property
    def code(self) -> str | None:
        """Code of Brick, if the body had one."""
        return self.problem.key


class BrickServerError(BrickError):
    """The 50x family; may pass by itself."""


class BrickPending(BrickError):
    """HTTP 202: taken in, not carried out yet."""


class MonthlyLimitError(BrickError):
    """HTTP 423: nothing more until the next counting period."""


def error_for(status: int, problem: Problem) -> BrickError:
    """Select the exception class for a reply."""
    match status:
        case 202:
            return BrickPending(status, problem)
        case 423:
            return MonthlyLimitError(status, problem)
        case 500 | 501 | 502 | 503 | 504 | 505:
            return BrickServerError(status, problem)
        case _:
            return BrickError(status, problem)
