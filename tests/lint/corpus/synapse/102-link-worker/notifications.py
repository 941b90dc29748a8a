import json
import logging

outbox = logging.getLogger("outbox")


def tell_user(user_id, template, **context):
    outbox.info("%s", json.dumps({"to": user_id, "template": template, "context": context}))


def ask_mfa(user_id, token, question):
    tell_user(user_id, "mfa", token=token, question=question)
