from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Ok(NamedTuple, Generic[T]):
    value: T
    settled: bool = True


class Err(NamedTuple):
    http: int
    code: str
    reason: str

    def __str__(self):
        return f"{self.reason} [{self.http}/{self.code}]"
