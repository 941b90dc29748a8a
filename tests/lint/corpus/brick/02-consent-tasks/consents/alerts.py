"""Slack. Nothing here talks to Brick."""
import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

from . import settings

_slack = requests.Session()
_slack.mount(
    "https://hooks.slack.com/",
    HTTPAdapter(max_retries=Retry(total=8, backoff_factor=0.5, status_forcelist=[400, 408, 429, 500, 502, 503], allowed_methods=None)),
)


def tell_ops(text):
    _slack.post(settings.SLACK_HOOK, json={"text": text}, timeout=5).raise_for_status()
