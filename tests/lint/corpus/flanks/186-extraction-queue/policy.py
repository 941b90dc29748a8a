from __future__ import annotations

from dataclasses import dataclass

import policy_table


@dataclass(frozen=True)
class Policy:
    then: str
    delay: int = 0
    limit: int = 0

    def allows(self, returns: int) -> bool:
        return self.then == "requeue" and returns < self.limit


FAIL = Policy("fail")
DEFAULT = Policy(**policy_table.DEFAULT)
TABLE = {code: Policy(**row) for code, row in policy_table.POLICIES.items()}


def policy_for(status: int, error_code: int | None) -> Policy:
    """Replies without a code (401, 405, 415, 500) are never queued again."""
    if error_code is None:
        return FAIL
    return TABLE.get(error_code, DEFAULT)
