from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any, NoReturn

from customer_repository import CustomerRepository, DataError

LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Customer:
    name: str
    document: str

    @classmethod
    def from_wire(cls, row: dict[str, Any]) -> "Customer":
        return cls(row.get("civilName", ""), row.get("cpfNumber", ""))


@dataclass(frozen=True)
class CustomerView:
    customers: tuple[Customer, ...]
    verified: bool


class CustomerDataException(RuntimeError):
    pass


class CustomerService:
    def __init__(self, customers: CustomerRepository) -> None:
        self._customers = customers

    def view(self, consent_id: str) -> CustomerView:
        result = self._customers.identifications(consent_id)
        return result.map(lambda rows: tuple(Customer.from_wire(row) for row in rows)).fold(
            self._fail,
            lambda customers: CustomerView(customers, verified=True),
        )

    @staticmethod
    def _fail(error: DataError) -> NoReturn:
        LOG.error("no customer data: %s", error.name)
        raise CustomerDataException(error.value)
