SIGNATURE_FAILED = 400
USER_NOT_FOUND = 401
WRONG_CREDENTIAL = 402
BANK_SERVICE = 403
UNEXPECTED = 404
NO_ACCOUNT_INFO = 405
TOO_MANY_TRIES = 406
NOT_ACTIVE = 407
BLOCKED = 408
WRONG_ACCOUNT_TYPE = 409
INPUT_FORMAT = 410
NO_TRACE_ID = 411
TOKEN_NOT_REQUIRED = 412
DUPLICATED_LOGIN = 413
BANK_SECURITY = 414
DEVICE_REGISTRATION = 415
ONE_DEVICE_ONLY = 416
EXTERNAL_AUTHENTICATOR = 417
NOT_REGISTERED = 418
FGTS_LIMIT = 419
FGTS_REGULARIZE = 421
DELETED = 430
UPDATE_LIMIT = 431
INSTITUTION_DOWN = 432

PARTNER = frozenset(range(501, 506))

FATAL = PARTNER | {
    SIGNATURE_FAILED, USER_NOT_FOUND, WRONG_CREDENTIAL, BANK_SERVICE, UNEXPECTED,
    NO_ACCOUNT_INFO, TOO_MANY_TRIES, NOT_ACTIVE, BLOCKED, WRONG_ACCOUNT_TYPE,
    INPUT_FORMAT, NO_TRACE_ID, TOKEN_NOT_REQUIRED, DUPLICATED_LOGIN, BANK_SECURITY,
    DEVICE_REGISTRATION, ONE_DEVICE_ONLY, EXTERNAL_AUTHENTICATOR, NOT_REGISTERED,
    FGTS_LIMIT, FGTS_REGULARIZE, DELETED, UPDATE_LIMIT, INSTITUTION_DOWN,
}

WAIT = {TOO_MANY_TRIES: "24 hours", BANK_SECURITY: "24 hours", DEVICE_REGISTRATION: "30 minutes"}


class KlaviFault(Exception):
    def __init__(self, code: int, message: str):
        self.code, self.message = code, message
        super().__init__("%d %s" % (code, message))

    @property
    def fatal(self) -> bool:
        return self.code in FATAL


def remedy(fault: KlaviFault) -> str:
    if fault.code in WAIT:
        return "try to log in again after " + WAIT[fault.code]
    if fault.code in (FGTS_LIMIT, FGTS_REGULARIZE):
        return "visit a Caixa branch"
    if fault.code in (NOT_ACTIVE, BLOCKED):
        return "sort it out with the bank first"
    if fault.code == DUPLICATED_LOGIN:
        return "close your open sessions at the bank"
    return fault.message
