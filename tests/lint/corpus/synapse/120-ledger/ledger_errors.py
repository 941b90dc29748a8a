class SynapseError(Exception):
    retry = False

    def __init__(self, http_code, error_code, message):
        super().__init__("Synapse {0}/{1}: {2}".format(http_code, error_code, message))
        self.http_code = http_code
        self.error_code = error_code
        self.message = message


class ClientCredentials(SynapseError):
    pass


class UserCredentials(SynapseError):
    pass


class Fingerprint(SynapseError):
    pass


class Payload(SynapseError):
    pass


class Forbidden(SynapseError):
    pass


class IncorrectValues(SynapseError):
    pass


class NotFound(SynapseError):
    pass


class ActionNotAllowed(SynapseError):
    pass


class Throttled(SynapseError):
    retry = True


class IdempotencyConflict(SynapseError):
    pass


class RequestFailed(SynapseError):
    pass


class ServerError(SynapseError):
    pass


class Unavailable(SynapseError):
    retry = True


BY_CODE = {
    "100": ClientCredentials,
    "110": UserCredentials,
    "120": Fingerprint,
    "200": Payload,
    "300": Forbidden,
    "400": IncorrectValues,
    "404": NotFound,
    "410": ActionNotAllowed,
    "429": Throttled,
    "450": IdempotencyConflict,
    "460": RequestFailed,
    "500": ServerError,
    "503": Unavailable,
}


def build(status, body):
    code = str(body.get("error_code", ""))
    error = body.get("error") or {}
    message = error.get("en", "") if isinstance(error, dict) else error
    return BY_CODE.get(code, SynapseError)(status, code, message)
