from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from .client import StatementClient
from .faults import KhipuFault, NoStatement


class Entry(NamedTuple):
    rut: str
    state: str
    payload: dict


def nightly(client: StatementClient, people: Iterable[tuple[str, str]], month: str) -> list[Entry]:
    book: list[Entry] = []
    for rut, password in people:
        try:
            data = client.statement(rut, password, month)
        except NoStatement as gap:
            book.append(Entry(rut, "empty", {"code": gap.code, "text": gap.description}))
        except KhipuFault as fault:
            book.append(
                Entry(
                    rut,
                    "failed",
                    {
                        "code": fault.code,
                        "advice": fault.advice,
                        "text": fault.description,
                        "operation": fault.operation,
                    },
                )
            )
        else:
            book.append(Entry(rut, "stored", data))
    return book
