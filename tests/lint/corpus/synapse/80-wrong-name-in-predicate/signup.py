from __future__ import annotations

from lib.retrying import call_with_retry
from lib.synapse import Synapse


def sign_up(api: Synapse, email: str, phone: str, name: str) -> str:
    user = {"logins": [{"email": email}], "phone_numbers": [phone], "legal_names": [name]}
    return call_with_retry(api.post, "/users", user)["_id"]
