import os

KHIPU_URL = os.environ.get("KHIPU_URL", "https://api.khipu.com")
KHIPU_JWT = os.environ.get("KHIPU_JWT", "")
MAX_INTENTOS = 4
ESPERA_CORTA = 5
ESPERA_LARGA = 4 * 60
