from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar, Union

T = TypeVar("T")


@dataclass(frozen=True)
class Ok(Generic[T]):
    value: T


@dataclass(frozen=True)
class Err:
    status: int
    code: str
    title: str
    detail: str

    @property
    def transient(self) -> bool:
        return self.status in range(500, 506) and self.code != "ERRO_NO_FLUXO_OIDC"

    @property
    def minutes_to_wait(self) -> int | None:
        """The other institution did not answer: the scheduler may run the payment job again, not sooner."""
        return 10 if self.code in ("ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API") else None

    @classmethod
    def parse(cls, status: int, body: Any) -> "Err":
        match body:
            case {"code": str(code), "title": str(title), "detail": str(detail)}:
                return cls(status, code, title, detail)
            case {"error": str(code), **rest}:
                return cls(status, code, "", str(rest.get("error_description", "")))
            case {"message": str(message)}:
                return cls(status, "", "", message)
            case _:
                return cls(status, "", "", repr(body)[:160])


@dataclass(frozen=True)
class Accepted:
    """202: taken in, outcome unknown."""
    body: Any


Result = Union[Ok[dict[str, Any]], Accepted, Err]
