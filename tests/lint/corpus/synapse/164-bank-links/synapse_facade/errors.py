from typing import Any, Dict, Type


class SynapseError(Exception):
    def __init__(self, http_code: str, error_code: str, message: str):
        super().__init__("%s/%s %s" % (http_code, error_code, message))
        self.http_code = http_code
        self.error_code = error_code
        self.message = message


class ClientCredentialsError(SynapseError):
    pass


class UserCredentialsError(SynapseError):
    pass


class PayloadError(SynapseError):
    pass


class ServerError(SynapseError):
    pass


_CLASSES = (
    ("100", ClientCredentialsError),
    ("110", UserCredentialsError),
    ("120", UserCredentialsError),
    ("200", PayloadError),
    ("500", ServerError),
    ("503", ServerError),
)
CLASS_BY_CODE: Dict[str, Type[SynapseError]] = dict(_CLASSES)


def error_from(body: Dict[str, Any]) -> SynapseError:
    cls = CLASS_BY_CODE.get(body["error_code"], SynapseError)
    return cls(body["http_code"], body["error_code"], body["error"]["en"])
