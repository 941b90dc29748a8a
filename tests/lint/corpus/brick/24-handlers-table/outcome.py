from __future__ import annotations

from typing import Any, Optional

import attrs


@attrs.frozen
class Outcome:
    """Result of a call. Without `data` there is a `status`, and a `code` where Brick gave one."""

    data: Optional[dict[str, Any]] = None
    status: int = 200
    code: str = ""
    next_step: str = ""

    @property
    def ok(self) -> bool:
        return self.data is not None
