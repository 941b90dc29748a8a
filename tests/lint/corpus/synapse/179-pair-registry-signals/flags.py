"""Feature flags, read once at import."""
from __future__ import annotations

import os

RESYNC_AGAIN = os.environ.get("SYNAPSE_RESYNC_AGAIN", "on") == "on"
RESYNC_TRIES = 3
RESYNC_GAP_SECONDS = 15 * 60
