from __future__ import annotations


class SynapseError(Exception):
    """Base class, `http_code` and `error_code` are strings as in the JSON."""

    def __init__(self, http_code: str, error_code: str, text: str) -> None:
        super().__init__(f"{text} (http {http_code}, error {error_code})")
        self.http_code = http_code
        self.error_code = error_code
        self.text = text


class BadLoginPayload(SynapseError):
    """Wrong bank user/password, malformed payload or unsupported bank."""


class BankWantsUser(SynapseError):
    """Locked account or something to finish on the bank's own site."""


class NoAchAccount(SynapseError):
    pass


class WrongAnswer(SynapseError):
    """MFA answer did not match."""


class Busy(SynapseError):
    """Maintenance or too many requests."""


class UserSessionExpired(SynapseError):
    """Synapse refused the user credentials we sent in the headers."""


class OurCredentials(SynapseError):
    """Client id/secret or fingerprint problem, nothing the user can fix."""


_BY_PAIR: dict[tuple[str, str], type[SynapseError]] = {
    ("400", "200"): BadLoginPayload,
    ("402", "500"): BankWantsUser,
    ("402", "460"): NoAchAccount,
    ("503", "503"): Busy,
    ("429", "429"): Busy,
    ("409", "400"): WrongAnswer,
}

_BY_CODE: dict[str, type[SynapseError]] = {
    "100": OurCredentials,
    "110": UserSessionExpired,
    "120": OurCredentials,
}


def build(http_code: str, body: dict) -> SynapseError:
    error_code = str(body.get("error_code", ""))
    text = (body.get("error") or {}).get("en", "no description")
    cls = _BY_PAIR.get((http_code, error_code)) or _BY_CODE.get(error_code) or SynapseError
    return cls(http_code, error_code, text)
