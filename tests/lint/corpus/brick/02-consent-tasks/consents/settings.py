import os

BRICK_URL = os.getenv("BRICK_URL", "https://api.brick.com.br")
BRICK_TOKEN = os.getenv("BRICK_TOKEN", "")
SLACK_HOOK = os.getenv("SLACK_HOOK", "https://hooks.slack.com/services/T0/B0/x")
BROKER = os.getenv("CELERY_BROKER_URL", "redis://localhost:6379/3")

# how long a partner bank gets to recover before we knock again
PARTNER_PAUSE = 5 * 60
