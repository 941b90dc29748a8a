"""Khipu's advice (Error.Type), with what our night batch does about each."""
from __future__ import annotations

from datetime import timedelta
from enum import Enum


class Advice(Enum):
    """value = wire value, pause before the same request, requests in all"""

    STOP = ("DO_NOT_RETRY", timedelta(0), 1)
    NOW = ("RETRY_IMMEDIATELY", timedelta(seconds=4), 3)
    LATER = ("WAIT_4_HOURS_BEFORE_RETRY", timedelta(hours=4, minutes=5), 2)

    def __init__(self, wire: str, pause: timedelta, tries: int) -> None:
        self.wire = wire
        self.pause = pause
        self.tries = tries

    @classmethod
    def of(cls, wire: object) -> "Advice":
        """Whatever we don't know is left to a person."""
        for member in cls:
            if member.wire == wire:
                return member
        return cls.STOP
