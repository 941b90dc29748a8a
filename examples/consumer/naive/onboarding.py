"""What the sign-up page does when a user connects a bank."""

from naive.flanks_api import FlanksUnavailable


def connect(api, store, user, bank, username, password):
    """Connect a bank for a user; returns what the page shows."""
    try:
        token = api.connect_bank(bank, username, password)
    except FlanksUnavailable:
        return "Flanks is down, please try again later."
    store[user] = token
    return "Your bank is connected!"
