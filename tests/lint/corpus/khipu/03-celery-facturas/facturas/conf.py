import os

KHIPU_TOKEN = os.environ.get("KHIPU_TOKEN", "")
KHIPU_URL = os.environ.get("KHIPU_URL", "https://api.khipu.com")

REINTENTO_CORTO = 5
REINTENTO_LARGO = 4 * 60
MAX_REINTENTOS = 4
