"""Whether a row that was due is given again once it is due again."""

from __future__ import annotations

import pytest

from errpact.lint import sql

DUE = "select id from job where state in ('new', 'again') and tries < 5 and due <= ? order by due limit 10"


@pytest.mark.parametrize(
    ("statement", "again"),
    [
        ("update job set due = ?, tries = tries + 1 where id = ?", True),
        ("UPDATE job SET state = 'again', due = ? WHERE id = ?", True),
        ("insert or replace into job (id, due) values (?, ?)", True),
        ("update job set state = 'dead', due = ? where id = ?", False),
        ("update job set state = lower(?), due = ? where id = ?", False),
        ("update job set seen = ? where id = ?", False),
        ("update other set due = ? where id = ?", False),
        ("delete from job where id = ?", False),
    ],
)
def test_what_a_statement_sets_decides(statement: str, again: bool) -> None:
    query, change = sql.query(DUE), sql.change(statement)
    assert query is not None
    assert (change is not None and query.finds_again(change)) is again


def test_which_argument_has_to_be_what() -> None:
    query, change = sql.query(DUE), sql.change("update job set due = ?, n = n + ?, state = ? where id = ?")
    assert query is not None
    assert change is not None
    assert query.asks(change) == {2: frozenset({"new", "again"})}


def test_a_condition_that_is_not_understood_leaves_open_what_its_columns_decide() -> None:
    query = sql.query("select id from job where due < now() and (held is null or due > 0)")
    held, free = sql.change("update job set due = ?, held = ?"), sql.change("update job set due = ?")
    assert query is not None
    assert held is not None
    assert free is not None
    assert not query.finds_again(held)
    assert not query.finds_again(free)


@pytest.mark.parametrize("text", ["select id from job", "select id from job where id = ?", "due <= ?", ""])
def test_other_texts_ask_for_nothing_that_is_due(text: str) -> None:
    assert sql.query(text) is None
