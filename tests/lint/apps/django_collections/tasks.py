"""Celery: text messages go to another service, which may be asked as often as one likes."""

import requests
from celery import shared_task
from django.conf import settings

from .khipu_client import KhipuError, ask_patiently


@shared_task(autoretry_for=(Exception,), retry_backoff=1, max_retries=20)
def text_message(number, text):
    response = requests.post(
        "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages.json",
        data={"To": number, "Body": text},
        auth=(settings.TWILIO_SID, settings.TWILIO_TOKEN),
        timeout=10,
    )
    body = response.json()
    if body.get("code") == 20003:
        raise RuntimeError("rejected")
    return body["sid"]


@shared_task
def collect(customer, payload, key):
    try:
        return ask_patiently("sii.cl/income", payload, key)
    except KhipuError as error:
        customer.mark_failed(error.code, error.advice)
        text_message.delay(customer.number, f"No data: {error.code}")
        raise


@shared_task(autoretry_for=(requests.RequestException,), retry_backoff=1, max_retries=50)
def ping_crm(customer_id):
    requests.put(settings.CRM_URL + f"/customers/{customer_id}", json={"seen": True}, timeout=5).raise_for_status()
