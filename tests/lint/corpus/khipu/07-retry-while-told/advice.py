from enum import Enum


class Advice(str, Enum):
    STOP = "DO_NOT_RETRY"
    NOW = "RETRY_IMMEDIATELY"
    LATER = "WAIT_4_HOURS_BEFORE_RETRY"


class KhipuError(Exception):
    def __init__(self, code: str, advice: str, description: str) -> None:
        super().__init__(code, advice, description)
        self.code = code
        self.advice = advice
        self.description = description
