# -*- coding: utf-8 -*-
"""Refresh scheduler for linked accounts.

Runs in one thread: a heap of (due, sequence, job).  A breaker adds half an hour to
the next due time once three answers in a row said that the service is out.
"""
import heapq
import itertools
import logging
import time
from collections import Counter

from synapse_http import send

LOG = logging.getLogger(__name__)

DONE = "done"
PENDING = "pending"
LATER = "later"
RELINK = "relink"
UNSUPPORTED = "unsupported"
ASK_USER = "ask-user"
FAILED = "failed"

QUARTER = 15 * 60
MAX_TRIES = 4

# (http status, error code) of a refresh -> what we do about it
VERDICTS = {
    (503, 503): LATER,
    (429, 429): LATER,
    (401, 110): RELINK,
    (400, 410): UNSUPPORTED,
    (402, 500): ASK_USER,
}


def verdict(reply):
    if reply.http == 200 and not reply.code:
        return DONE
    if reply.http == 202 or reply.code == 10:
        return PENDING
    if reply.code is None and reply.http in (429, 503):
        return LATER
    return VERDICTS.get(reply.pair, FAILED)


class Breaker(object):
    def __init__(self, limit=3, hold=2 * QUARTER):
        self.limit = limit
        self.hold = hold
        self.bad = 0

    def note(self, is_outage):
        self.bad = self.bad + 1 if is_outage else 0

    @property
    def extra(self):
        return self.hold if self.bad >= self.limit else 0


class Job(object):
    def __init__(self, user_id, node_id):
        self.user_id = user_id
        self.node_id = node_id
        self.tries = 0


class RefreshScheduler(object):
    def __init__(self, gateway, oauth_key, base_url="https://api.synapsefi.com"):
        self.base_url = base_url
        self.headers = {"X-SP-GATEWAY": gateway, "X-SP-USER": "%s|" % oauth_key}
        self.breaker = Breaker()
        self.by_code = Counter()

    def _ask(self, job):
        path = "/v3.1/users/%s/nodes/%s?refresh=yes" % (job.user_id, job.node_id)
        return send(self.base_url, "PATCH", path, self.headers, {})

    def run(self, jobs):
        serial = itertools.count()
        heap = [(time.time(), next(serial), job) for job in jobs]
        heapq.heapify(heap)
        results = []
        while heap:
            due, _, job = heapq.heappop(heap)
            wait = due - time.time()
            if wait > 0:
                time.sleep(wait)
            reply = self._ask(job)
            job.tries += 1
            what = verdict(reply)
            self.by_code["%s/%s" % reply.pair] += 1
            self.breaker.note(what == LATER)
            if what == LATER and job.tries < MAX_TRIES:
                due = time.time() + QUARTER * job.tries + self.breaker.extra
                heapq.heappush(heap, (due, next(serial), job))
                continue
            if what == FAILED:
                LOG.error("node %s: %r", job.node_id, reply)
            results.append(
                {
                    "node": job.node_id,
                    "verdict": what,
                    "http": reply.http,
                    "error_code": reply.code,
                    "message": reply.message,
                    "tries": job.tries,
                }
            )
        return results
