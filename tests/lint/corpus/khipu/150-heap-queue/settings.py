"""Settings of the statement importer, read once at start-up."""
from __future__ import annotations

import os
from dataclasses import dataclass

HOUR = 3600.0


@dataclass(frozen=True)
class Settings:
    base_url: str = "https://api.khipu.com"
    token: str = ""
    quick_retries: int = 2
    quick_pause: float = 2.0
    slow_retries: int = 3
    slow_pause: float = 4 * HOUR

    @classmethod
    def from_env(cls) -> "Settings":
        return cls(
            base_url=os.environ.get("KHIPU_URL", cls.base_url),
            token=os.environ["KHIPU_TOKEN"],
        )
