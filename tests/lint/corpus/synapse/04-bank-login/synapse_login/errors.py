from __future__ import annotations


class SynapseError(Exception):
    def __init__(self, http_code: int, error_code: str, text: str) -> None:
        super().__init__(f"{http_code}/{error_code} {text}".strip())
        self.http_code = http_code
        self.error_code = error_code
        self.text = text


class LoginRejected(SynapseError):
    """Nothing will change until somebody changes the request."""


class SlowDown(SynapseError):
    """Over the rate limit."""


class SynapseTrouble(SynapseError):
    """Trouble on the side of Synapse."""


class ActionPending(SynapseError):
    """A question of the bank is open."""


def build(http_code: int, body: dict) -> SynapseError:
    code = str(body.get("error_code") or "")
    text = (body.get("error") or {}).get("en") or ""
    if code == "10":
        return ActionPending(http_code, code, text)
    if code.startswith(("1", "2", "3", "4")):
        return LoginRejected(http_code, code, text)
    if code == "429":
        return SlowDown(http_code, code, text)
    if code in ("500", "503"):
        return SynapseTrouble(http_code, code, text)
    return SynapseError(http_code, code, text)
