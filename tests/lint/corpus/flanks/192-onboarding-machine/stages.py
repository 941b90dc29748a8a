"""Stages of an onboarding and which signal leads where. Drawn on the whiteboard in room 3, kept in step by hand."""
from __future__ import annotations

from enum import Enum, unique


@unique
class Stage(Enum):
    LOADING = "loading"
    LOADED = "loaded"
    IN_REVIEW = "in review"
    WAITS_FOR_USER = "waits for user"
    WAITS_FOR_SUPPORT = "waits for support"
    BANK_DOWN = "bank down"
    BROKEN = "broken"


@unique
class Signal(Enum):
    DATA = None
    INCOMPLETE = 20001
    PROCESSING = 20002
    REVIEW = 20003
    CONFIGURATION = 40001
    BANK = 50001
    CREDENTIALS = 50002
    SECOND_FACTOR = 50003
    OTHER = -1

    @classmethod
    def _missing_(cls, value: object) -> "Signal":
        return cls.OTHER


NEXT: dict[Signal, Stage] = {
    Signal.DATA: Stage.LOADED,
    Signal.PROCESSING: Stage.LOADING,
    Signal.INCOMPLETE: Stage.WAITS_FOR_SUPPORT,
    Signal.REVIEW: Stage.IN_REVIEW,
    Signal.CONFIGURATION: Stage.BROKEN,
    Signal.BANK: Stage.BANK_DOWN,
    Signal.CREDENTIALS: Stage.WAITS_FOR_USER,
    Signal.SECOND_FACTOR: Stage.WAITS_FOR_USER,
    Signal.OTHER: Stage.BROKEN,
}
