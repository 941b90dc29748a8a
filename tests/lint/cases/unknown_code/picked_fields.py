# errpact: provider=khipu
"""Members of a body that are picked by the fields of a record, or laid over it: they are what the body holds."""

from dataclasses import dataclass

import requests

URL = "http://localhost:8080/v1/balance"


@dataclass
class Problem:
    Code: str
    Type: str
    Description: str = ""
    http: int = 0


class Refused(Exception):
    def __init__(self, problem):
        super().__init__(problem.Code, problem.Type)
        self.problem = problem


def picked(rut):
    body = requests.post(URL, json={"rut": rut}, timeout=30).json()
    if body["Status"] == "OK":
        return body["Data"]
    problem = Problem(**{k: v for k, v in body["Error"].items() if k in Problem.__dataclass_fields__})
    if problem.Code == "E998":  # error: EP301
        return None
    raise Refused(problem)


def laid_over(rut):
    reply = requests.post(URL, json={"rut": rut}, timeout=30)
    body = reply.json()
    if body["Status"] == "OK":
        return body["Data"]
    problem = Problem(**{**body["Error"], "http": reply.status_code})
    if problem.Code == "E999":
        raise Refused(problem) from None
    raise Refused(problem)
