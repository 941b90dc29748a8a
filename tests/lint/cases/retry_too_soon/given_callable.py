# errpact: provider=khipu
"""A runner that takes any job: what it expects of the job is told by the exception that it handles."""

import time

import requests

URL = "http://localhost:8080/v1/balance"
PAUSES = {"RETRY_IMMEDIATELY": 0, "WAIT_4_HOURS_BEFORE_RETRY": 4}  # meant as hours
WAITS = {"RETRY_IMMEDIATELY": 0, "WAIT_4_HOURS_BEFORE_RETRY": 4 * 3600}


class KhipuError(Exception):
    def __init__(self, code, advice):
        super().__init__(f"{code}: {advice}")
        self.code = code
        self.advice = advice


def balance(operation):
    body = requests.post(URL, json={"OperationId": operation}, timeout=30).json()
    if body["Status"] == "ERROR":
        raise KhipuError(body["Error"]["Code"], body["Error"]["Type"])
    return body["Data"]


def run(job):
    failures = 0
    while True:
        try:
            return job()
        except KhipuError as error:
            failures += 1
            pause = PAUSES.get(error.advice)
            if pause is None or failures == 3:
                raise
        time.sleep(pause)  # error: EP102


def run_as_documented(job):
    failures = 0
    while True:
        try:
            return job()
        except KhipuError as error:
            failures += 1
            pause = WAITS.get(error.advice)
            if pause is None or failures == 3:
                raise
        time.sleep(pause)


def run_something_else(job):
    for attempt in range(3):
        try:
            return job()
        except OSError:
            time.sleep(1)


def run_one_of_two(prepare, job):
    for attempt in range(3):
        try:
            prepare()
            return job()
        except KhipuError:
            time.sleep(1)
