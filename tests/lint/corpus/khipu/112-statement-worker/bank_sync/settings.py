from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    token: str
    base_url: str = "https://api.khipu.com"
    timeout: float = 90.0
    max_attempts: int = 3
    retry_wait: int = 4
    database: str = ":memory:"
