"""small wrapper around klavi open data, stdlib only so that the lambda stays small"""
import json
import os
import urllib.parse
import urllib.request

KLAVI = os.environ.get("KLAVI_URL", "https://open-api.klavi.ai")

STATES = {
    200: "connected",
    402: "wrong_credentials",
    433: "wrong_credentials",
    403: "bank_down",
    432: "bank_down",
    406: "blocked_until_tomorrow",
    414: "blocked_until_tomorrow",
    407: "activate_account",
    408: "reset_password",
    409: "other_account_type",
    413: "close_sessions",
    415: "wait_30_minutes",
}

TEXTS = {
    "connected": "All done, your account is connected!",
    "wrong_credentials": "Please check your data and try again.",
    "bank_down": "The bank is not available, please log in again later.",
    "blocked_until_tomorrow": "Please come back tomorrow.",
    "activate_account": "Please solve the pending issue with your bank.",
    "reset_password": "Please reset your internet banking password.",
    "other_account_type": "Please pick another kind of account.",
    "close_sessions": "Please log out from your bank app first.",
    "wait_30_minutes": "Please log in after 30 minutes.",
    "ask_token": "Please type the token of your bank app.",
    "no_social_login": "Please use your bank password, not your Google account.",
}


class KlaviApi:
    def __init__(self, partner, token, base_url=KLAVI):
        self.headers = {"partnercode": partner, "partnertoken": token,
                        "Content-Type": "application/json"}
        self.base_url = base_url

    def _send(self, path, payload):
        req = urllib.request.Request(
            self.base_url + path, data=json.dumps(payload).encode(), headers=self.headers)
        with urllib.request.urlopen(req, timeout=60) as f:
            return json.loads(f.read().decode())

    def connect(self, institution, fields):
        result = self._send("/connect/" + urllib.parse.quote(institution), fields)
        return self.state_of(result)

    @staticmethod
    def state_of(result):
        message = result.get("message", "").lower()
        if "mfa" in message:
            return "ask_token"
        if "external authenticator" in message:
            return "no_social_login"
        return STATES.get(int(result["code"]), "connected")
