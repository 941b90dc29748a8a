import os

URL = os.environ.get("BRICK_URL", "https://api.brick.com.br")
TIMEOUT = int(os.environ.get("BRICK_TIMEOUT", "20"))
TENTATIVAS = 10
ESPERA_INICIAL = 3
ESPERA_MAXIMA = 48
