from datetime import timedelta

KHIPU_BASE = "https://api.khipu.com"
KHIPU_TIMEOUT = 180
LONG_PAUSE = timedelta(hours=4)
LONG_PAUSES_ALLOWED = 3
