from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class BrickSettings:
    base_url: str = "https://api.brickbank.example"
    token: str = ""
    connection_retries: int = 3
