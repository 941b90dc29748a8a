"""As much of SQL as tells whether a row that is due now is given again later: what a query asks for, what is set.

Only what is written plainly is read; anything else gives None or is left out, which nobody may take for an answer.
"""

from __future__ import annotations

import re
from typing import Final

from ..contracts.plain import frozen

_NOW: Final = r"(?:\?|%s|:\w+|%\(\w+\)s|\$\d+|now\(\)|current_timestamp|datetime\([^)]*\)|unixepoch\(\))"
_DUE: Final = re.compile(rf"(\w+)\s*<=?\s*{_NOW}\s*", re.IGNORECASE)
_IS: Final = re.compile(r"(\w+)\s*=\s*('[^']*'|\d+)\s*")
_IN: Final = re.compile(r"(\w+)\s+in\s*\(([^()]*)\)\s*", re.IGNORECASE)
_FEW: Final = re.compile(r"\w+\s*<=?\s*\d+\s*")
"""A bound of what is counted, which the first times stay below."""
_QUERY: Final = re.compile(
    r"\s*select\b.*?\bfrom\s+(\w+)\s+where\s+(.*?)\s*(?:\b(?:order|group|limit|for)\b.*)?;?\s*",
    re.IGNORECASE | re.DOTALL,
)
_UPDATE: Final = re.compile(r"\s*update\s+(\w+)\s+set\s+(.*?)(?:\s+where\s.*)?;?\s*", re.IGNORECASE | re.DOTALL)
_INSERT: Final = re.compile(
    r"\s*(?:insert(?:\s+or\s+\w+)?|replace)\s+into\s+(\w+)\s*\(([^()]*)\)\s*values\s*\(([^()]*)\)\s*;?\s*",
    re.IGNORECASE | re.DOTALL,
)
READS: Final = re.compile(r"\s*(?:select|with)\b", re.IGNORECASE)
STATEMENT: Final = re.compile(r"\s*(?:select|update|insert|replace|delete|with)\b", re.IGNORECASE)


@frozen
class Query:
    """Rows of a table that are due. due: columns that must be past. only: columns that must have one of these plain
    values. unread: words of conditions that aren't understood."""

    table: str
    due: frozenset[str]
    only: dict[str, frozenset[str]]
    unread: frozenset[str]

    def finds_again(self, change: Change) -> bool:
        """Whether a row with these changes is given again once it is due, as far as its plain values say."""
        if change.table != self.table or not self.due & change.columns.keys() or self.unread & change.columns.keys():
            return False
        return all(
            value is None or value in self.only[column]
            for column, value in change.columns.items()
            if column in self.only
        )

    def asks(self, change: Change) -> dict[int, frozenset[str]]:
        """Of the columns that a statement takes from its arguments: which argument must be one of which values."""
        return {n: self.only[column] for n, column in enumerate(change.given) if column in self.only}


@frozen
class Change:
    """What a statement sets. columns: each with its plain value or expression, None for an argument. given: those that
    are taken from the arguments, in order ("" where an argument is a part of an expression)."""

    table: str
    columns: dict[str, str | None]
    given: tuple[str, ...]


def query(text: str) -> Query | None:
    """A query for what is due; None for any other text."""
    match = _QUERY.fullmatch(text)
    if match is None:
        return None
    due, only, unread = set[str](), dict[str, frozenset[str]](), set[str]()
    for part in re.split(r"\band\b", match[2], flags=re.IGNORECASE):
        condition = part.strip()
        if (found := _DUE.fullmatch(condition)) is not None:
            due.add(found[1].lower())
        elif (found := _IS.fullmatch(condition)) is not None:
            only[found[1].lower()] = frozenset({found[2].strip("'")})
        elif (found := _IN.fullmatch(condition)) is not None and "?" not in found[2]:
            only[found[1].lower()] = frozenset(v.strip().strip("'") for v in found[2].split(","))
        elif _FEW.fullmatch(condition) is None:
            unread.update(w.lower() for w in re.findall(r"\w+", condition))
    return Query(match[1].lower(), frozenset(due), only, frozenset(unread)) if due else None


def change(text: str) -> Change | None:
    """What an update or an insert sets; None for any other text, or one whose values aren't plain."""
    if (match := _UPDATE.fullmatch(text)) is not None:
        pairs = [tuple(part.split("=", 1)) for part in match[2].split(",")]
    elif (match := _INSERT.fullmatch(text)) is not None:
        names, values = match[2].split(","), match[3].split(",")
        pairs = list(zip(names, values, strict=True)) if len(names) == len(values) else []
    else:
        return None
    columns: dict[str, str | None] = {}
    given: list[str] = []
    for pair in pairs:
        if len(pair) != 2:
            return None
        name, value = pair[0].strip().lower(), pair[1].strip()
        alone = value in ("?", "%s")
        columns[name] = None if alone else value.strip("'")
        given += [name if alone else ""] * len(re.findall(r"\?|%s", value))
    return Change(match[1].lower(), columns, tuple(given)) if columns else None
