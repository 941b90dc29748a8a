from __future__ import annotations

from dataclasses import dataclass

from tenacity import stop_after_attempt, wait_exponential

PAGE_SIZE = 100


@dataclass(frozen=True)
class BrickConfig:
    token: str
    base_url: str = "https://api.brickbank.example"
    timeout: float = 20.0


# Brick's schedule for 50x: 3, 6, 12, 24, 48 s
BRICK_WAIT = wait_exponential(multiplier=3, min=3, max=48)
BRICK_STOP = stop_after_attempt(6)
