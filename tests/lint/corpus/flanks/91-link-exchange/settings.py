import os
from dataclasses import dataclass
from datetime import timedelta
from typing import Self


@dataclass(frozen=True, kw_only=True)
class FlanksSettings:
    base_url: str = "https://api.flanks.io"
    poll_every: timedelta = timedelta(seconds=30)
    max_polls: int = 20
    review_hours: int = 48

    @classmethod
    def load(cls) -> Self:
        return cls(
            base_url=os.getenv("FLANKS_URL", cls.base_url),
            max_polls=int(os.getenv("FLANKS_MAX_POLLS", cls.max_polls)),
        )
