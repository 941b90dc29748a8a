from dataclasses import dataclass
from datetime import timedelta
from typing import Any, ClassVar


@dataclass
class Snapshot:
    accounts: list


@dataclass
class Wait:
    delay: timedelta
    why: str
    code: int


@dataclass
class Refused:
    to_do: str
    detail: str
    code: Any = None


class Aggregator:
    slug: ClassVar[str] = ""

    def snapshot(self, ref: str):
        self.before_fetch(ref)
        outcome = self.fetch(ref)
        hook = getattr(self, "on_" + type(outcome).__name__.lower(), None)
        if hook is not None:
            hook(ref, outcome)
        return outcome

    def before_fetch(self, ref: str) -> None:
        """hook"""

    def fetch(self, ref: str):
        raise NotImplementedError
