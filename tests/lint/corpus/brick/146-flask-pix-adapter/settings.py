import os

BRICK_URL = os.environ.get("BRICK_URL", "https://api.brickbank.example")
BRICK_TOKEN = os.environ.get("BRICK_TOKEN", "")
BRICK_TIMEOUT = (5, 30)

# segunda chance para o Pix quando o Brick está fora do ar
PIX_ROUNDS = 2
PIX_ROUND_PAUSE = 60
