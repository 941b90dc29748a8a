from enum import IntEnum


class Code(IntEnum):
    OK = 200
    EXTRA_AUTHORIZATION = 201
    PARTIAL_TRANSACTIONS = 202
    CPF_MISSING = 203
    SIGNATURE = 400
    CREDENTIALS = 402
    BANK_DOWN = 403
    FROZEN = 406
    BLOCKED = 408
    SECURITY = 414
    REGISTRATION_PENDING = 415
    TOO_MANY_REQUESTS = 429
    UNAVAILABLE = 432
    INTERNAL = 500
    UNKNOWN = -1

    @classmethod
    def _missing_(cls, value: object) -> "Code":
        return cls.UNKNOWN

    @property
    def partial(self) -> bool:
        return Code.EXTRA_AUTHORIZATION <= self <= Code.CPF_MISSING


PAUSES = {
    Code.BANK_DOWN: 15 * 60,
    Code.UNAVAILABLE: 15 * 60,
    Code.TOO_MANY_REQUESTS: 60,
    Code.REGISTRATION_PENDING: 30 * 60,
}
