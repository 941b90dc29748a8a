"""The client zoo: every seeded bug is caught, the correct clients pass, on the published libraries of today."""

from __future__ import annotations

import pytest

from .zoo.behaviour import BUGS, GOOD
from .zoo.table import CLIENTS, Client, broken, seeded, some
from .zoo_table import BEGINNING, CAUGHT, PAGE, table


@pytest.mark.parametrize("client", CLIENTS, ids=lambda c: c.__name__)
def test_a_correct_client_is_left_alone(client: Client) -> None:
    assert broken(client, GOOD) == {}


def _params(pairs: list[tuple[Client, str]], *, slow: bool) -> list[object]:
    marks = [pytest.mark.slow] if slow else []
    return [pytest.param(client, bug, id=f"{client.__name__}-{bug}", marks=marks) for client, bug in pairs]


@pytest.mark.parametrize(
    ("client", "bug"),
    [*_params(some(), slow=False), *_params([p for p in seeded() if p not in some()], slow=True)],
)
def test_a_seeded_bug_is_caught(client: Client, bug: str) -> None:
    behaviour, expected = BUGS[bug]
    assert expected <= set().union(*broken(client, behaviour).values())


def test_the_table_of_the_docs_has_every_client_and_bug() -> None:
    """That each of its cells is true is what the tests above say."""
    shown = BEGINNING + table(lambda client, bug: CAUGHT)
    assert PAGE.read_text(encoding="utf-8") == shown, "run `python -m tests.pytest_plugin.zoo_table --write`"
