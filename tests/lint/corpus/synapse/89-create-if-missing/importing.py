from __future__ import annotations

from collections.abc import Iterable, Iterator

from people import People

Row = tuple[str | None, str, str]


def import_rows(people: People, rows: Iterable[Row]) -> Iterator[tuple[str, str]]:
    """(email, id at SynapseFI); the first refusal ends the import."""
    for user_id, email, name in rows:
        yield email, people.get_or_create(user_id, email, name)["_id"]
