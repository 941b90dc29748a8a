import abc
import datetime as dt
import decimal
from dataclasses import dataclass


@dataclass(frozen=True)
class Movement:
    day: dt.date
    amount: decimal.Decimal
    text: str


class BankFault(Exception):
    """A bank connector could not deliver."""


class MovementsGateway(abc.ABC):
    @abc.abstractmethod
    def movements(self, account: str, month: str) -> list[Movement]: ...
