import os

SYNAPSE_URL = os.getenv("SYNAPSE_URL", "https://api.synapsefi.com")
SYNAPSE_GATEWAY = os.getenv("SYNAPSE_GATEWAY", "")
RETRIES = 4
BACKOFF = 15
RETRY_STATUSES = (429, 503)
