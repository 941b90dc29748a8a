"""Translates link problems for the onboarding screens."""
from banklink.client import LinkError

BAD_PAYLOAD = 200
NO_ACH_ACCOUNT = 460
LOCKED = 500


class OnboardingMixin:
    client = None

    def link(self, request):
        try:
            result = self.client.login(
                request["user_id"], request["bank_id"], request["bank_pw"], request["bank"]
            )
        except LinkError as e:
            return self.link_failed(e)
        if result.needs_mfa:
            return {"screen": "mfa", "question": result.mfa.get("message")}
        return {"screen": "accounts", "nodes": result.nodes}

    def link_failed(self, error):
        if error.error_code == BAD_PAYLOAD:
            return {"screen": "login", "text": "Check your online banking user and password."}
        if error.error_code == NO_ACH_ACCOUNT:
            return {"screen": "banks", "text": "We found no checking account, choose another bank."}
        if error.error_code == LOCKED:
            return {"screen": "help", "text": "Your bank needs your attention, please sign in there."}
        return {
            "screen": "sorry",
            "text": error.message,
            "ref": "%s-%s" % (error.http_code, error.error_code),
        }
