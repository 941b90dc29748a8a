"""
Bank linking with SynapseFI

Based on two articles: "Python decorators you should know" (the retry decorator)
and "How I built a savings app in a weekend".
"""
import functools
import logging
import os
import time

import requests

logging.basicConfig(format="%(asctime)s %(levelname)s %(message)s", level=logging.INFO)
log = logging.getLogger("bank_link")


def retry(times=3, delay=2, backoff=2):
    """Retry calling the decorated function using an exponential backoff."""

    def deco(func):
        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            wait = delay
            for attempt in range(1, times):
                try:
                    return func(*args, **kwargs)
                except Exception as e:
                    log.warning("%s failed (%s), attempt %d of %d", func.__name__, e, attempt, times)
                    time.sleep(wait)
                    wait *= backoff
            return func(*args, **kwargs)

        return wrapper

    return deco


class SynapseError(Exception):
    def __init__(self, http_code, error_code, message):
        self.http_code = http_code
        self.error_code = error_code
        self.message = message
        super().__init__(f"[{http_code}/{error_code}] {message}")


class BankLinker:
    def __init__(self, client_id, client_secret, base_url="https://uat-api.synapsefi.com"):
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers["X-SP-GATEWAY"] = f"{client_id}|{client_secret}"

    def as_user(self, oauth_key, fingerprint):
        self.session.headers["X-SP-USER"] = f"{oauth_key}|{fingerprint}"
        return self

    def check(self, response):
        """Raise a nice exception when something is wrong"""
        if response.ok:
            return response.json()
        body = response.json()
        raise SynapseError(
            body.get("http_code"),
            body.get("error_code"),
            body.get("error", {}).get("en"),
        )

    @retry(times=3)
    def link(self, user_id, bank, username, password):
        log.info("linking %s for %s", bank, user_id)
        response = self.session.post(
            f"{self.base_url}/v3.1/users/{user_id}/nodes",
            json={
                "type": "ACH-US",
                "info": {"bank_id": username, "bank_pw": password, "bank_name": bank},
            },
            timeout=60,
        )
        return self.check(response)

    def nodes(self, user_id):
        response = self.session.get(f"{self.base_url}/v3.1/users/{user_id}/nodes", timeout=60)
        return self.check(response)["nodes"]


class SavingsApp:
    """The part of the app that cares about the bank"""

    def __init__(self, linker):
        self.linker = linker
        self.users = {}

    def on_bank_form(self, user_id, form):
        """Called when the user submits the bank form"""
        answer = self.linker.link(user_id, form["bank"], form["username"], form["password"])
        self.users[user_id] = {"bank": form["bank"], "linked": True}
        log.info("%s is linked, answer %s", user_id, answer.get("error_code"))
        return "Congratulations, your bank is linked!"

    def total_balance(self, user_id):
        total = 0
        for node in self.linker.nodes(user_id):
            total += node["info"]["balance"]["amount"]
        return total


if __name__ == "__main__":
    linker = BankLinker(os.environ["CLIENT_ID"], os.environ["CLIENT_SECRET"])
    linker.as_user(os.environ["OAUTH_KEY"], os.environ["FINGERPRINT"])
    app = SavingsApp(linker)
    form = {"bank": "fake", "username": "synapse_good", "password": "test1234"}
    print(app.on_bank_form(os.environ["USER_ID"], form))
    print(app.total_balance(os.environ["USER_ID"]))
