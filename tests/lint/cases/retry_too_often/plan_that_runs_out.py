# errpact: provider=brick
"""What itertools gives is used up by `next`, and by a loop that ends early: so many turns, and no more."""

import time
from itertools import chain, islice, repeat

import requests

URL = "http://localhost:8080/open-banking/accounts/v2/accounts"


class Refused(Exception):
    def __init__(self, reply):
        super().__init__(reply.status_code)
        self.reply = reply


def down(reply):
    return reply.status_code // 10 == 50


def until_the_plan_ends():
    plan = chain([3, 6, 12, 24], repeat(48, 1))
    while (reply := requests.get(URL, timeout=30)).status_code != 200:
        pause = next(plan, None) if down(reply) else None
        if pause is None:
            raise Refused(reply)
        time.sleep(pause)
    return reply.json()["data"]


def with_a_plan_that_is_too_long():
    plan = repeat(60, 8)
    while (reply := requests.get(URL, timeout=30)).status_code != 200:
        pause = next(plan, None) if down(reply) else None
        if pause is None:  # error: EP103
            raise Refused(reply)
        time.sleep(pause)
    return reply.json()["data"]


def a_second_loop_goes_on_where_the_first_stopped():
    plan = islice(repeat(60), 4)
    for pause in plan:
        reply = requests.get(URL, timeout=30)
        if not down(reply):
            break
        time.sleep(pause)
    for pause in plan:
        reply = requests.get(URL, timeout=30)
        if not down(reply):
            break
        time.sleep(pause)
    if reply.status_code != 200:
        raise Refused(reply)
    return reply.json()["data"]
