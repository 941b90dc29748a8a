import os

KHIPU_URL = os.environ.get("KHIPU_URL", "https://api.khipu.com")
KHIPU_TIMEOUT = int(os.environ.get("KHIPU_TIMEOUT", "120"))
REINTENTOS = 4
PAUSA = 3  # segundos

# TODO: mover a django.conf cuando migremos el resto
CABECERAS = {"Accept": "application/json", "User-Agent": "conta-pyme/2.3"}
