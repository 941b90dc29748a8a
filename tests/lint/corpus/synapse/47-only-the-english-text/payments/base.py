from __future__ import annotations

import abc
from decimal import Decimal

from .errors import PaymentError


class Provider(abc.ABC):
    name: str

    @abc.abstractmethod
    def transfer(self, source: str, target: str, amount: Decimal) -> str:
        """Reference of the transfer, or a PaymentError."""

    def try_transfer(self, source: str, target: str, amount: Decimal) -> str:
        if amount <= 0:
            raise PaymentError("amount must be positive")
        return self.transfer(source, target, amount)
