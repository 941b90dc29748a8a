# errpact: provider=khipu
"""A metaclass keeps the classes of errors by what their bodies say: which one is raised is known, and so what it asks."""

import time

import requests

URL = "https://api.khipu.com/v1/cl/banks/x/movements"


class ByGroup(type):
    registry = {}

    def __new__(mcs, name, bases, namespace):
        namespace["transient"] = namespace.get("again", False)
        cls = super().__new__(mcs, name, bases, namespace)
        for group in namespace.get("groups", ()):
            mcs.registry[group] = cls
        return cls

    @classmethod
    def lookup(mcs, code):
        return mcs.registry.get(code[:2], mcs.registry[""])

    def named(cls):
        return cls.__name__


class KhipuFault(Exception, metaclass=ByGroup):
    groups = ("",)

    def __init__(self, code, advice):
        super().__init__(f"{type(self).named()}: {code} {advice}")
        self.code = code
        self.advice = advice


class LogonFault(KhipuFault):
    groups = ("E1",)


class SourceDown(KhipuFault):
    groups = ("E2", "T0")
    again = True


class ByAdvice(type):
    table = {}

    def __init__(cls, name, bases, namespace, advice=None):
        super().__init__(name, bases, namespace)
        if advice is not None:
            ByAdvice.table[advice] = cls


class Advised(Exception, metaclass=ByAdvice):
    wait = None

    def __init__(self, code):
        super().__init__(code)
        self.code = code


class Never(Advised, advice="DO_NOT_RETRY"):
    pass


class Now(Advised, advice="RETRY_IMMEDIATELY"):
    wait = 1


class Later(Advised, advice="WAIT_4_HOURS_BEFORE_RETRY"):
    wait = 4 * 3600


def by_group(user):
    for attempt in range(3):
        body = requests.post(URL, json={"Username": user}, timeout=90).json()
        if not body["Error"]:
            return body["Data"]
        error = body["Error"]
        fault = ByGroup.lookup(error["Code"])(error["Code"], error["Type"])  # error: EP101 E200-E299 T000 DO_NOT_RETRY
        if not fault.transient or attempt == 2:
            raise fault
        time.sleep(4 * 3600)
    return None


def by_group_and_advice(user):
    for attempt in range(3):
        body = requests.post(URL, json={"Username": user, "Months": 2}, timeout=90).json()
        if not body["Error"]:
            return body["Data"]
        error = body["Error"]
        fault = ByGroup.lookup(error["Code"])(error["Code"], error["Type"])
        if not fault.transient or fault.advice == "DO_NOT_RETRY" or attempt == 2:
            raise fault
        time.sleep(4 * 3600)
    return None


def by_advice(user):
    for attempt in range(3):
        body = requests.post(URL, json={"Username": user, "Months": 3}, timeout=90).json()
        if not body["Error"]:
            return body["Data"]
        fault = ByAdvice.table.get(body["Error"]["Type"], Advised)(body["Error"]["Code"])
        if fault.wait is None or attempt == 2:
            raise fault
        time.sleep(fault.wait)
    return None
