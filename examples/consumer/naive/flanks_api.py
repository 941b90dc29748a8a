"""Talking to Flanks: tokens, requests, and a retry loop that has grown."""

import logging
import time

import requests

log = logging.getLogger(__name__)

BASE_URL = "https://api.flanks.io"
ATTEMPTS = 3


class FlanksUnavailable(Exception):
    pass


class FlanksApi:
    def __init__(self, client_id, client_secret, base_url=BASE_URL):
        self.client_id = client_id
        self.client_secret = client_secret
        self.base_url = base_url
        self.session = requests.Session()

    def token(self):
        reply = self.session.post(
            f"{self.base_url}/v0/token",
            json={"client_id": self.client_id, "client_secret": self.client_secret, "grant_type": "client_credentials"},
            timeout=30,
        )
        return reply.json()["access_token"]

    def post(self, path, payload):
        headers = {"Authorization": f"Bearer {self.token()}"}
        for attempt in range(ATTEMPTS):
            reply = self.session.post(self.base_url + path, json=payload, headers=headers, timeout=30)
            if reply.status_code == 400 or reply.status_code >= 500:
                # Flanks is flaky sometimes, just try again.
                log.warning("attempt %s: %s", attempt + 1, reply.status_code)
                time.sleep(1)
                continue
            return reply.json()
        raise FlanksUnavailable("Flanks is not available")

    def connect_bank(self, bank, username, password):
        """Store a user's bank credentials; returns the token to read them with."""
        answer = self.post("/v0/bank/credentials", {"bank": bank, "username": username, "password": password})
        return answer.get("credentials_token")

    def accounts(self, credentials_token):
        """The accounts behind one credentials token."""
        answer = self.post("/v0/bank/account", {"credentials_token": credentials_token})
        return answer.get("accounts", [])
