"""Klavi's open data codes and the groups that the sync engine knows."""
from __future__ import annotations

from enum import IntEnum


class Code(IntEnum):
    OK = 200
    EXTRA_AUTHORIZATION = 201
    TRANSACTIONS_MISSING = 202
    CPF_MISSING = 203
    SIGNATURE = 400
    USER_NOT_FOUND = 401
    CREDENTIALS = 402
    BANK_SERVICE = 403
    UNEXPECTED = 404
    NO_ACCOUNTS = 405
    TOO_MANY_PASSWORDS = 406
    ACTIVATION = 407
    BLOCKED = 408
    ACCOUNT_TYPE = 409
    INPUT_FORMAT = 410
    TRACE_ID = 411
    TOKEN_NOT_REQUIRED = 412
    DUPLICATED_LOGIN = 413
    BANK_SECURITY = 414
    REGISTRATION_PENDING = 415
    ONE_DEVICE_ONLY = 416
    EXTERNAL_AUTHENTICATOR = 417
    REGISTRATION_NOT_FOUND = 418
    REGISTRATION_LIMIT = 419
    REGULARIZATION = 420
    TOO_MANY_REQUESTS = 429
    DELETED = 430
    UPDATE_LIMIT = 431
    INSTITUTION_UNAVAILABLE = 432
    PASSWORD = 433
    MFA_WRONG = 434
    MFA_MISSING = 435
    INTERNAL = 500
    INVALID_ACCESS = 501
    PARTNER_INACTIVE = 502
    PARTNER_CREDENTIALS = 503
    PERMISSION = 504
    PARAMETERS = 505


PARTIAL = frozenset({Code.EXTRA_AUTHORIZATION, Code.TRANSACTIONS_MISSING, Code.CPF_MISSING})

# Seconds before each further attempt. What isn't here isn't asked twice in one run.
PATIENCE: dict[Code, tuple[float, ...]] = {
    Code.REGISTRATION_PENDING: (1800.0, 1800.0),
    Code.TOO_MANY_REQUESTS: (60.0, 300.0, 900.0),
    Code.INTERNAL: (60.0, 300.0),
}

# The customer may come back after so many seconds; the engine refuses to ask before.
COOLING: dict[Code, float] = {
    Code.TOO_MANY_PASSWORDS: 86_400.0,
    Code.BANK_SECURITY: 86_400.0,
    Code.REGISTRATION_PENDING: 1_800.0,
}
