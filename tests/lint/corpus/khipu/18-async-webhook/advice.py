from enum import Enum


class Advice(str, Enum):
    STOP = "DO_NOT_RETRY"
    NOW = "RETRY_IMMEDIATELY"
    LATER = "WAIT_4_HOURS"

    @classmethod
    def _missing_(cls, value):
        return cls.NOW
