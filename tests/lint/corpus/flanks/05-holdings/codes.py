from enum import Enum


class Code(str, Enum):
    INCOMPLETE = "20001"
    PROCESSING = "20002"
    SCA_DELAY = "20003"
    CONFIGURATION = "40001"
    BANK = "50001"
    CREDENTIALS = "50002"
    SCA_REQUIRED = "50003"
    OTHER = "other"

    @classmethod
    def _missing_(cls, value):
        return cls.OTHER
