import os
from datetime import timedelta

BASE_URL = os.environ.get("FLANKS_URL", "https://api.flanks.io")
TIMEOUT = (5, 45)

# security checks on a new token take one to two days
ACTIVATION_DELAY = timedelta(hours=24)
CHECKING = "20003"
