"""Exceptions raised by the Klavi client."""
from datetime import datetime, timedelta


class KlaviError(Exception):
    """Anything Klavi answered that is not a usable report."""

    def __init__(self, code, message):
        self.code = code
        self.message = message
        super().__init__("Klavi error %s: %s" % (code, message))


class KlaviConnectionError(Exception):
    """We could not talk to Klavi at all, or the answer was not JSON."""


class UserActionRequired(KlaviError):
    """The account owner has to do something before connecting again."""


class ConnectLater(KlaviError):
    """The owner may connect again, but only after some time."""

    @property
    def not_before(self):
        return datetime.now() + COOL_DOWN[self.code]


class BankUnavailable(KlaviError):
    pass


class TooManyRequests(KlaviError):
    pass


class PartnerSetupError(KlaviError):
    """Our own credentials or parameters are wrong: page the integrations team."""


COOL_DOWN = {
    406: timedelta(days=1),
    414: timedelta(days=1),
    415: timedelta(minutes=30),
}

_CLASSES = {
    402: UserActionRequired,
    403: BankUnavailable,
    406: ConnectLater,
    407: UserActionRequired,
    408: UserActionRequired,
    409: UserActionRequired,
    410: UserActionRequired,
    413: UserActionRequired,
    414: ConnectLater,
    415: ConnectLater,
    419: UserActionRequired,
    420: UserActionRequired,
    429: TooManyRequests,
    432: BankUnavailable,
    433: UserActionRequired,
    434: UserActionRequired,
    435: UserActionRequired,
    501: PartnerSetupError,
    502: PartnerSetupError,
    503: PartnerSetupError,
    504: PartnerSetupError,
    505: PartnerSetupError,
}


def error_for(code, message):
    return _CLASSES.get(code, KlaviError)(code, message)
