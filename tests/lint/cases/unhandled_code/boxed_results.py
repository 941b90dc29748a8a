# errpact: provider=klavi
"""Errors in the boxes of result libraries: taken out and raised they keep what was put in; left in the box nobody sees
them."""

import requests
from result import Err, Ok, Result, is_err
from returns.pipeline import is_successful
from returns.result import Failure, Success

URL = "https://api.klavi.ai/data/v1/links/{}/report"


class KlaviError(Exception):
    def __init__(self, body):
        super().__init__(f"{body.get('code')}: {body.get('message')}")
        self.code = body.get("code")
        self.body = body


def ask(link) -> Result[dict, KlaviError]:
    body = requests.post(URL.format(link), timeout=30).json()
    return Ok(body["data"]) if body["code"] == 200 else Err(KlaviError(body))  # error: EP201  # error: EP202


def ask_again(link):
    body = requests.post(URL.format(link), timeout=30).json()
    return Success(body["data"]) if body["code"] == 200 else Failure(KlaviError(body))  # error: EP201  # error: EP202


def report(link):
    result = ask(link)
    if is_err(result):
        raise result.unwrap_err()
    return result.unwrap()


def report_matched(link):
    match ask(link):
        case Ok(data):
            return data
        case Err(error):
            raise error


def report_mapped(link):
    return ask(link).map(lambda data: data["accounts"]).unwrap_or_raise(lambda error: error)


def report_of_success(link):
    result = ask_again(link)
    if is_successful(result):
        return result.unwrap()
    raise result.failure()


def report_or_nothing(link):
    return ask(link).unwrap_or({})


def report_or_empty(link):
    return ask_again(link).map(lambda data: data["accounts"]).value_or([])
