import os

FLANKS_URL = os.getenv("FLANKS_URL", "https://api.flanks.io")
FLANKS_BEARER = os.getenv("FLANKS_BEARER", "")
ESPERA_PROCESO = 15
MAX_CONSULTAS = 20
