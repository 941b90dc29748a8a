from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    base_url: str
    token: str = ""
    retry_every: float = 3.0
    retry_rounds: int = 40


def local(base_url: str) -> Settings:
    return Settings(base_url, "tok")
