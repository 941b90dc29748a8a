# errpact: provider=flanks
"""A class pattern takes its parts by position: of a dataclass in the order of its fields, else as the class says."""

import time
from dataclasses import dataclass

import requests

URL = "http://localhost:8080/v0/bank/account"


class ApiError(Exception):
    def __init__(self, status, body):
        super().__init__(f"Flanks answered {status}")
        self.status = status
        self.body = body


@dataclass
class Job:
    token: str
    attempt: int = 0


@dataclass(frozen=True)
class Requeue:
    seconds: float
    limit: int


@dataclass(frozen=True)
class Park:
    status: int
    body: dict


class Later:
    __match_args__ = ("limit", "seconds")

    def __init__(self, seconds, limit):
        self.seconds = seconds
        self.limit = limit


def send(job):
    response = requests.post(URL, json={"credentials_token": job.token}, timeout=30)
    return response.status_code, response.json()


def judge(status, body):
    if status == 200:
        return body["accounts"]
    return Requeue(24 * 3600, 1) if body.get("error_code") == 20003 else Park(status, body)


def judge_later(status, body):
    if status == 200:
        return body["accounts"]
    return Later(12 * 3600, 1) if body.get("error_code") == 20003 else Park(status, body)


def drain(token):
    job = Job(token)
    while True:
        match judge(*send(job)):
            case Requeue(seconds, limit) if job.attempt < limit:
                job.attempt += 1
                time.sleep(seconds)
            case Requeue():
                raise TimeoutError(20003)
            case Park(status, body):
                raise ApiError(status, body)
            case accounts:
                return accounts


def drain_later(token):
    job = Job(token)
    while True:
        match judge_later(*send(job)):
            case Later(limit, seconds) if job.attempt < limit:
                job.attempt += 1
                time.sleep(seconds)  # error: EP102 20003
            case Later():
                raise TimeoutError(20003)
            case Park(status, body):
                raise ApiError(status, body)
            case accounts:
                return accounts
