import os

KLAVI_URL = os.environ.get("KLAVI_URL", "https://api.klavi.ai")
KLAVI_TOKEN = os.environ.get("KLAVI_TOKEN", "")

# (connect, read). Connecting a bank includes the crawler's login, so be patient.
TIMEOUT = (5, 90)

# The institution finishes a phone registration within half an hour.
REGISTRATION_WAIT = 30 * 60
REGISTRATION_TRIES = 3
