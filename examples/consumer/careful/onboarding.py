"""What the sign-up page does when a user connects a bank."""

from __future__ import annotations

from careful.flanks_api import FlanksApi, FlanksError

MESSAGES = {
    20003: "Your bank is being checked; the accounts appear in one or two days.",
    50002: "Your bank did not accept these credentials; please check them.",
    50003: "Your bank asks for a second factor; please complete it there.",
}


def connect(api: FlanksApi, store: dict[str, str], user: str, bank: str, username: str, password: str) -> str:
    """Connect a bank for a user; returns what the page shows. Raises FlanksError for what the user can't mend."""
    try:
        store[user] = api.connect_bank(bank, username, password)
    except FlanksError as error:
        if error.code not in MESSAGES:
            raise
        return MESSAGES[error.code]
    return "Your bank is connected!"
