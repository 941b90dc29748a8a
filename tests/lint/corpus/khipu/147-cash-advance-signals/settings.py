from __future__ import annotations

import os
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Flags:
    """Switches that operations can flip without a release."""

    retries_enabled: bool = True
    include_credit_cards: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    api_key: str
    base_url: str = "https://api.khipu.com/"
    timeout_s: float = 120.0
    flags: Flags = field(default_factory=Flags)

    @classmethod
    def from_env(cls) -> "Settings":
        return cls(
            api_key=os.environ["KHIPU_API_KEY"],
            flags=Flags(retries_enabled=os.environ.get("KHIPU_RETRIES", "on") == "on"),
        )
