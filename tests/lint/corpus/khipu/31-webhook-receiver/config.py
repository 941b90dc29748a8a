import datetime as dt
import os

KHIPU_URL = os.environ.get("KHIPU_URL", "https://api.khipu.com")
KHIPU_TOKEN = os.environ.get("KHIPU_TOKEN", "")
PUBLIC_URL = os.environ.get("PUBLIC_URL", "https://books.example")
DB_PATH = os.environ.get("DB_PATH", "operations.sqlite")

MAX_SUBMITS = 3
LONG_WAIT = dt.timedelta(hours=4)
