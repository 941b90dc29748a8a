import os

from celery import chain

import store
from celery_base import ProviderTask, app
from client import KlaviClient


def _client():
    return KlaviClient(
        os.environ["KLAVI_PARTNER_CODE"],
        os.environ["KLAVI_PARTNER_TOKEN"],
        base_url=os.environ.get("KLAVI_URL"),
    )


@app.task(base=ProviderTask, name="klavi.connect")
def connect(user_id=None, institution=None, credentials=None):
    connection = _client().start_connection(institution, credentials)
    store.save_connection(user_id, connection)
    return connection["connectionId"]


@app.task(base=ProviderTask, name="klavi.pull")
def pull(connection_id, user_id=None):
    lines = _client().transactions(connection_id)["transactions"]
    return store.save_lines(user_id, lines)


def onboard(user_id, institution, credentials):
    return chain(
        connect.s(user_id=user_id, institution=institution, credentials=credentials),
        pull.s(user_id=user_id),
    ).delay()
