"""Settings of the holdings service. Operations change them without a release."""
from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass


def _words(text: str) -> frozenset[str]:
    return frozenset(word.strip() for word in text.split(",") if word.strip())


@dataclass(frozen=True)
class Settings:
    access_token: str
    base_url: str
    fatal_codes: frozenset[str]
    looks: int
    seconds_between_looks: float

    @classmethod
    def from_env(cls, env: Mapping[str, str] = os.environ) -> "Settings":
        return cls(
            access_token=env.get("FLANKS_TOKEN", ""),
            base_url=env.get("FLANKS_URL", "https://api.flanks.io").rstrip("/"),
            fatal_codes=_words(env.get("FLANKS_FATAL_CODES", "20001,20003,40001,50001,50002,50003")),
            looks=int(env.get("FLANKS_LOOKS", "12")),
            seconds_between_looks=float(env.get("FLANKS_SECONDS", "30")),
        )
