import os

from celery import Celery

from klavi import Klavi, KlaviAccessError, KlaviError, KlaviRequestError
from records import Link

app = Celery("links", broker=os.environ.get("CELERY_BROKER_URL", "redis://localhost/0"))


def klavi() -> Klavi:
    return Klavi(os.environ["KLAVI_PARTNER_CODE"], os.environ["KLAVI_PARTNER_TOKEN"])


@app.task(
    autoretry_for=(KlaviError,),
    retry_backoff=30,
    retry_backoff_max=600,
    max_retries=5,
)
def connect_bank(link_id: int) -> str:
    link = Link.load(link_id)
    data = klavi().connect(link.cpf, link.institution, link.credentials)
    link.connection_key = data["connectionKey"]
    link.save()
    return link.connection_key


@app.task
def allow_auto_update(link_id: int, allowed: bool) -> None:
    link = Link.load(link_id)
    try:
        klavi().set_auto_update(link.connection_key, allowed)
    except KlaviAccessError as exc:
        link.error = f"partner access: {exc.code}"
    except KlaviRequestError as exc:
        link.error = f"bad request: {exc.code} {exc.message}"
    except KlaviError as exc:
        link.error = f"refused: {exc.code} {exc.message}"
    else:
        link.error = ""
        link.auto_update = allowed
    link.save()
