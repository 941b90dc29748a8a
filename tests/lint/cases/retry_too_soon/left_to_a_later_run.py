# errpact: provider=klavi
"""What is due is asked for and put back with a time from now on: the next run sends it again then. A time that is kept
for something else plans no resend."""

import time
from datetime import datetime, timedelta, timezone

import requests

URL = "http://localhost:8080/data/v1/links"
PAUSE = {414: timedelta(hours=3), 415: timedelta(minutes=45)}
LONG_PAUSE = {414: timedelta(hours=30), 415: timedelta(minutes=45)}


class Refused(Exception):
    def __init__(self, body):
        super().__init__(body["code"])
        self.code = body["code"]


def ask(link):
    return requests.post(URL, json={"link": link}, timeout=60).json()


def from_a_table(db):
    now = datetime.now(timezone.utc)
    for row in db.execute("SELECT link FROM job WHERE due <= ?", (now,)):
        body = ask(row["link"])
        if body["code"] == 200:
            db.execute("DELETE FROM job WHERE link = ?", (row["link"],))
        elif body["code"] in PAUSE:  # error: EP102 414
            db.execute("UPDATE job SET due = ? WHERE link = ?", (now + PAUSE[body["code"]], row["link"]))
        else:
            raise Refused(body)


def from_a_table_after_long_enough(db):
    now = datetime.now(timezone.utc)
    for row in db.execute("SELECT link FROM job WHERE due <= ?", (now,)):
        body = ask(row["link"])
        if body["code"] == 200:
            db.execute("DELETE FROM job WHERE link = ?", (row["link"],))
        elif body["code"] in LONG_PAUSE:
            db.execute("UPDATE job SET due = ? WHERE link = ?", (now + LONG_PAUSE[body["code"]], row["link"]))
        else:
            raise Refused(body)


def a_reminder_in_another_table(db):
    now = datetime.now(timezone.utc)
    for row in db.execute("SELECT link FROM job WHERE due <= ?", (now,)):
        body = ask(row["link"])
        if body["code"] in PAUSE:
            db.execute("INSERT INTO reminder (due, link) VALUES (?, ?)", (now + timedelta(hours=1), row["link"]))
        if body["code"] != 200:
            raise Refused(body)
        db.execute("DELETE FROM job WHERE link = ?", (row["link"],))


def a_row_that_is_given_up(db):
    now = datetime.now(timezone.utc)
    for row in db.execute("SELECT link FROM job WHERE state = 'ready' AND due <= ?", (now,)):
        body = ask(row["link"])
        state, due = "ready", now + timedelta(days=2)
        if body["code"] != 200:
            state, due = "dead", now + timedelta(minutes=5)
        db.execute("UPDATE job SET state = ?, code = ?, due = ? WHERE link = ?", (state, body["code"], due, row["link"]))


class Agenda:
    def __init__(self, store):
        self.store = store

    def run(self):
        for job in self.store.pop_due(time.time()):
            body = ask(job.link)
            if body["code"] == 414:  # error: EP102 414
                self.store.add(job, time.time() + 3600)
            elif body["code"] != 200:
                raise Refused(body)


class Patient:
    def __init__(self, store):
        self.store = store

    def run(self):
        for job in self.store.pop_due(time.time()):
            body = ask(job.link)
            if body["code"] == 414:
                self.store.add(job, time.time() + 25 * 3600)
            elif body["code"] != 200:
                raise Refused(body)


class Told:
    """Says when it is worth another try; nobody sends it."""

    def __init__(self, users):
        self.users = users

    def run(self):
        blocked = []
        for user in self.users.of(time.time()):
            body = ask(user.link)
            if body["code"] == 414:
                blocked.append((user.name, body["code"], time.time() + 3600))
            elif body["code"] != 200:
                raise Refused(body)
        return blocked


class Collected:
    """A list of the object's own."""

    def __init__(self):
        self.jobs = []

    def add(self, link):
        self.jobs.append((time.time(), link))

    def run(self):
        for due, link in list(self.jobs):
            if due > time.time():
                continue
            self.jobs.remove((due, link))
            body = ask(link)
            if body["code"] == 414:  # error: EP102 414
                self.jobs.append((time.time() + 7200, link))
            elif body["code"] != 200:
                raise Refused(body)


class Cached:
    """What was refused isn't asked for again for a while, whoever wants it."""

    def __init__(self, cache):
        self.cache = cache

    def link(self, link):
        known = self.cache.fresh(link, time.time())
        if known is not None:
            return known
        body = ask(link)
        if body["code"] == 414:
            self.cache.put(link, {"blocked": True}, time.time() + 600)
        if body["code"] != 200:
            raise Refused(body)
        return {"data": body["data"]}


class Nightly:
    """Each link is looked at every night, whatever the night before brought."""

    def __init__(self, store, faults):
        self.store = store
        self.faults = faults

    def run(self):
        for job in self.store.pop_due(time.time()):
            body = ask(job.link)
            if body["code"] != 200:
                self.faults.add(job.link, body["code"])
            self.store.add(job, time.time() + 20 * 3600)


class Elsewhere:
    """What is put elsewhere, another job, what a store is told that knows no time: who sends it, and when, is open."""

    def __init__(self, store, blocked, links):
        self.store = store
        self.blocked = blocked
        self.links = links

    def run(self):
        for job in self.store.pop_due(time.time()):
            body = ask(job.link)
            if body["code"] == 414:
                self.blocked.add(job, time.time() + 600)
                self.store.add("report", time.time() + 300)
                self.store.save(job, "blocked", time.time() + 300)
            elif body["code"] != 200:
                raise Refused(body)

    def all(self):
        for link in self.links.of("bank"):
            body = ask(link)
            if body["code"] == 414:
                self.links.block(link, time.time() + 600)
            elif body["code"] != 200:
                raise Refused(body)
