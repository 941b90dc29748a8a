"""What the link page tells the user, by error_code."""
from __future__ import annotations

MESSAGES: dict[str, str] = {
    "100": "We are having trouble with our provider. Our team has been told.",
    "110": "These credentials do not seem to be right.",
    "120": "Please confirm this device first.",
    "200": "The bank did not accept this login.",
    "300": "This is not available for your account.",
    "400": "Some of the values are not right.",
    "404": "We could not find this.",
    "410": "This is not supported for this bank.",
    "429": "Too many attempts. Please come back in a while.",
    "450": "This was already sent.",
    "500": "The bank has trouble or needs your attention.",
    "503": "The bank is under maintenance.",
}
