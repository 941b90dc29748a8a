"""Links bank accounts with the customer's online banking login."""
from wire import PRODUCTION, ActionPending, SynapseFailed, send

# (http code, error code) of a failed bank login -> where the app goes next
NEXT_SCREEN = {
    ("400", "200"): "login_form",
    ("402", "460"): "other_account",
    ("402", "500"): "call_your_bank",
    ("503", "503"): "maintenance",
}


class LinkFailed(Exception):
    def __init__(self, failure):
        super().__init__(str(failure))
        self.pair = failure.pair
        self.screen = NEXT_SCREEN.get(failure.pair, "support")


def link(session, user_id, bank, login, password, base_url=PRODUCTION):
    payload = {"type": "ACH-US", "info": {"bank_id": login, "bank_pw": password, "bank_name": bank}}
    return _post(session, "%s/users/%s/nodes" % (base_url, user_id), payload)


def answer_mfa(session, user_id, access_token, answer, base_url=PRODUCTION):
    payload = {"access_token": access_token, "mfa_answer": answer}
    return _post(session, "%s/users/%s/nodes" % (base_url, user_id), payload)


def _post(session, url, payload):
    try:
        body = send(session, "POST", url, json=payload)
    except ActionPending as pending:
        mfa = pending.body.get("mfa") or {}
        return {"step": "mfa", "question": mfa.get("message"), "access_token": mfa.get("access_token")}
    except SynapseFailed as failure:
        raise LinkFailed(failure) from failure
    return {"step": "linked", "nodes": [node["_id"] for node in body.get("nodes", [])]}
