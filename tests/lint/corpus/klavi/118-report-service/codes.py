"""Open Data result codes of Klavi, with what our platform does about each."""
from __future__ import annotations

from datetime import timedelta
from enum import Enum


class Disposition(Enum):
    SUCCESS = "success"
    PARTIAL = "partial"
    CUSTOMER = "customer"
    INTEGRATION = "integration"
    TRANSIENT = "transient"


class KlaviCode(Enum):
    OK = (200, Disposition.SUCCESS)
    EXTRA_AUTHORIZATION = (201, Disposition.PARTIAL)
    TRANSACTIONS_MISSING = (202, Disposition.PARTIAL)
    CPF_MISSING = (203, Disposition.PARTIAL)
    SIGNATURE_FAILED = (400, Disposition.INTEGRATION)
    USER_NOT_FOUND = (401, Disposition.INTEGRATION)
    CREDENTIAL_ERROR = (402, Disposition.CUSTOMER)
    BANK_SERVICE_ERROR = (403, Disposition.TRANSIENT, timedelta(minutes=20))
    UNEXPECTED = (404, Disposition.INTEGRATION)
    NO_ACCOUNT_INFO = (405, Disposition.CUSTOMER)
    FROZEN_UNTIL_TOMORROW = (406, Disposition.CUSTOMER)
    ACTIVATION_PROBLEM = (407, Disposition.CUSTOMER)
    BLOCKED = (408, Disposition.CUSTOMER)
    ACCOUNT_TYPE = (409, Disposition.CUSTOMER)
    INPUT_FORMAT = (410, Disposition.CUSTOMER)
    TRACE_ID = (411, Disposition.INTEGRATION)
    TOKEN_NOT_REQUIRED = (412, Disposition.INTEGRATION)
    DUPLICATED_LOGIN = (413, Disposition.CUSTOMER)
    BANK_SECURITY = (414, Disposition.CUSTOMER)
    REGISTRATION_PENDING = (415, Disposition.TRANSIENT, timedelta(minutes=31))
    MULTIPLE_DEVICES = (416, Disposition.CUSTOMER)
    EXTERNAL_AUTHENTICATOR = (417, Disposition.CUSTOMER)
    REGISTRATION_NOT_FOUND = (418, Disposition.CUSTOMER)
    REGISTRATION_LIMIT = (419, Disposition.CUSTOMER)
    REGULARIZATION = (420, Disposition.CUSTOMER)
    TOO_MANY_REQUESTS = (429, Disposition.INTEGRATION)
    DATA_DELETED = (430, Disposition.INTEGRATION)
    UPDATE_LIMIT = (431, Disposition.INTEGRATION)
    INSTITUTION_UNAVAILABLE = (432, Disposition.INTEGRATION)
    PASSWORD_ERROR = (433, Disposition.CUSTOMER)
    WRONG_MFA = (434, Disposition.CUSTOMER)
    MFA_NOT_ENTERED = (435, Disposition.CUSTOMER)
    INTERNAL = (500, Disposition.INTEGRATION)
    INVALID_ACCESS = (501, Disposition.INTEGRATION)
    PARTNER_NOT_ACTIVATED = (502, Disposition.INTEGRATION)
    PARTNER_CREDENTIAL = (503, Disposition.INTEGRATION)
    PERMISSION_REQUIRED = (504, Disposition.INTEGRATION)
    PARAMETER = (505, Disposition.INTEGRATION)
    UNDOCUMENTED = (-1, Disposition.INTEGRATION)

    def __init__(self, number: int, disposition: Disposition, pause: timedelta = timedelta(0)) -> None:
        self.number = number
        self.disposition = disposition
        self.pause = pause

    @classmethod
    def of(cls, raw: object) -> "KlaviCode":
        for member in cls:
            if str(member.number) == str(raw):
                return member
        return cls.UNDOCUMENTED
