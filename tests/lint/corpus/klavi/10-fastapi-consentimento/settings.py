import os


class Settings:
    def __init__(self) -> None:
        self.klavi_url = os.environ.get("KLAVI_URL", "https://api.klavi.ai")
        self.klavi_token = os.environ["KLAVI_TOKEN"]
