# Requests that a timer, an event loop or a later round sends again; what says whether is a class, a mark, a context.
# errpact: provider=klavi

import contextvars
import threading
import time

import requests


class KlaviError(Exception):
    def __init__(self, body):
        super().__init__(body["message"])
        self.code = body["code"]


class Registering(KlaviError):
    """The institution still finishes the registration."""


class Refused(KlaviError):
    """What the page forbids to send again."""


KINDS = {415: Registering, 402: Refused}


def report(link):
    body = requests.post(f"https://api.klavi.ai/data/v1/links/{link}/report", timeout=30).json()
    if body["code"] == 200:
        return body["data"]
    raise KINDS.get(body["code"], KlaviError)(body)


# A timer.


def later(link, keep, left=2):
    try:
        keep(report(link))
    except Registering:
        if not left:
            raise
        threading.Timer(1800, later, (link, keep, left - 1)).start()


def later_refused(link, keep, left=2):
    try:
        keep(report(link))
    except Refused:  # error: EP101
        if not left:
            raise
        threading.Timer(1800, later_refused, args=[link, keep], kwargs={"left": left - 1}).start()


def on_the_loop(loop, link, done, left=2):
    try:
        done.set_result(report(link))
    except Registering as error:
        if left:
            loop.call_later(1800, on_the_loop, loop, link, done, left - 1)
        else:
            done.set_exception(error)


def on_the_loop_refused(loop, link, done, left=2):
    try:
        done.set_result(report(link))
    except KlaviError as error:
        if left and isinstance(error, Refused):  # error: EP101
            loop.call_later(1800, on_the_loop_refused, loop, link, done, left - 1)
        else:
            done.set_exception(error)


# A context manager that looks at the class of what it is left with.


class Attempt:
    kind = Registering

    def __init__(self, last):
        self.last, self.over = last, False

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        self.over = kind is None
        if kind is not None and issubclass(kind, self.kind) and not self.last:
            time.sleep(1800)
            return True
        return False


class RefusedAttempt(Attempt):
    kind = (Registering, Refused)


def attempts(attempt, count):
    for number in range(count):
        one = attempt(number == count - 1)
        yield one
        if one.over:
            return


def managed(link):
    for attempt in attempts(Attempt, 3):
        with attempt:
            data = report(link)
    return data


def managed_refused(link):
    for attempt in attempts(RefusedAttempt, 3):
        with attempt:  # error: EP101
            data = report(link)
    return data


# A variable of the context that counts.

TRIES = contextvars.ContextVar("tries", default=0)


def counted(link):
    try:
        return report(link)
    except Registering:
        if TRIES.get() >= 2:
            raise
        TRIES.set(TRIES.get() + 1)
        time.sleep(1800)
        return counted(link)


def counted_refused(link):
    try:
        return report(link)
    except Refused:  # error: EP101
        if TRIES.get() >= 2:
            raise
        TRIES.set(TRIES.get() + 1)
        time.sleep(1800)
        return counted_refused(link)


# A variable that somebody else has set.

TOKEN = contextvars.ContextVar("token")


def with_the_token(link):
    for _ in range(2):
        headers = {"X-Trace": TOKEN.get()}
        url = f"https://api.klavi.ai/data/v1/links/{link}/report"
        body = requests.post(url, headers=headers, timeout=30).json()
        if body["code"] not in (402, 200):  # error: EP101
            break
    if body["code"] != 200:
        raise KlaviError(body)
    return body["data"]


# Rounds over what is left.


def rounds(links):
    found, left = {}, set(links)
    for number in range(3):
        for link in list(left):
            try:
                found[link] = report(link)
                left.discard(link)
            except Registering:
                if number == 2:
                    raise
        if not left:
            return found
        time.sleep(1800)
    return found


def rounds_refused(links):
    found, left = {}, set(links)
    for number in range(3):
        for link in list(left):
            try:
                found[link] = report(link)
                left.discard(link)
            except (Registering, Refused):  # error: EP101
                if number == 2:
                    raise
        if not left:
            return found
        time.sleep(1800)
    return found


# A mark that is no data.

PENDING = object()


def or_pending(link):
    try:
        return report(link)
    except Registering:
        return PENDING


def state(link):
    data = or_pending(link)
    return ("pending", None) if data is PENDING else ("done", data)
