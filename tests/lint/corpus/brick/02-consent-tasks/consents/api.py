import requests

from . import settings
from .errors import BrickProblem

session = requests.Session()


def post_consent(draft):
    reply = session.post(
        settings.BRICK_URL + "/consents/v3/consents",
        json={"data": {"loggedUser": draft.user, "permissions": draft.permissions, "brandId": draft.brand}},
        headers={"Authorization": "Bearer " + settings.BRICK_TOKEN},
        timeout=(5, 30),
    )
    if reply.status_code in (200, 201):
        return reply.json()["data"]["consentId"]
    try:
        body = reply.json()
    except ValueError:
        body = {}
    raise BrickProblem(
        reply.status_code,
        body.get("code") or body.get("error") or "HTTP_%d" % reply.status_code,
        body.get("detail") or body.get("error_description") or body.get("message") or reply.reason,
    )
