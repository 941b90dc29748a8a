class WalletError(Exception):
    message = "the wallet service refused the request"

    def __init__(self):
        super().__init__(self.message)


class InvalidRequest(WalletError):
    message = "invalid request"


class NotAuthenticated(WalletError):
    message = "not authenticated"


class RequestFailed(WalletError):
    message = "request failed"


class Missing(WalletError):
    message = "no such object"


class Conflict(WalletError):
    message = "incorrect values supplied"


class SlowDown(WalletError):
    message = "too many requests"


class Down(WalletError):
    message = "service unavailable"


BY_STATUS = {
    400: InvalidRequest,
    401: NotAuthenticated,
    402: RequestFailed,
    404: Missing,
    409: Conflict,
    429: SlowDown,
    503: Down,
}
