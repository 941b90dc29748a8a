class SynapseException(Exception):
    def __init__(self, http_code, error_code, message):
        super().__init__(f"{message} (http {http_code}, code {error_code})")
        self.http_code = http_code
        self.error_code = error_code
        self.message = message


class ClientCredentials(SynapseException):
    pass


class UserCredentials(SynapseException):
    pass


class UnknownFingerprint(SynapseException):
    pass


class BadPayload(SynapseException):
    pass


class Unauthorized(SynapseException):
    pass


class BadValues(SynapseException):
    pass


class NotFound(SynapseException):
    pass


class NotAllowed(SynapseException):
    pass


class ServerError(SynapseException):
    pass


ERRORS = {
    "100": ClientCredentials,
    "110": UserCredentials,
    "120": UnknownFingerprint,
    "200": BadPayload,
    "300": Unauthorized,
    "400": BadValues,
    "404": NotFound,
    "410": NotAllowed,
    "500": ServerError,
}


def from_body(status, body):
    error = body["error"]
    code = str(body["error_code"])
    return ERRORS[code](status, code, error.get("message"))
