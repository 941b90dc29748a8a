# -*- coding: utf-8 -*-
import os


class Settings(object):
    URL = os.environ.get("BRICK_URL", "https://api.brickbank.example")
    TOKEN = os.environ.get("BRICK_TOKEN", "")
    MAX_RETRIES = 12
    FIRST_WAIT = 3
    SOCKET_TIMEOUT = 30

    def __init__(self, **overrides):
        for name, value in overrides.items():
            setattr(self, name, value)
