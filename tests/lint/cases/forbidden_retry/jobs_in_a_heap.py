# errpact: provider=khipu
"""Jobs wait in a heap, and what failed is put back: for any advice, or for the one that allows it."""

import heapq
import time
from dataclasses import dataclass, field

import requests

URL = "http://localhost:8080/v1/statements"


@dataclass(order=True)
class Job:
    due: float
    link: int = field(compare=False)
    turn: int = field(default=0, compare=False)


class Scheduler:
    def __init__(self):
        self.jobs = []
        self.done = {}

    def add(self, link):
        heapq.heappush(self.jobs, Job(time.time(), link))

    def ask(self, job):
        return requests.post(URL, json={"OperationId": job.link}, timeout=30).json()

    def again(self, job, seconds):
        heapq.heappush(self.jobs, Job(time.time() + seconds, job.link, job.turn + 1))


class Blind(Scheduler):
    def run(self):
        while self.jobs:
            job = heapq.heappop(self.jobs)
            time.sleep(max(0.0, job.due - time.time()))
            body = self.ask(job)
            if body["Status"] == "ERROR" and job.turn < 2:  # error: EP101
                self.again(job, 5 * 3600)
            else:
                self.done[job.link] = body
        return self.done


class Seeing(Scheduler):
    def run(self):
        while self.jobs:
            job = heapq.heappop(self.jobs)
            time.sleep(max(0.0, job.due - time.time()))
            body = self.ask(job)
            error = body["Error"] or {}
            if error.get("Type") == "WAIT_4_HOURS_BEFORE_RETRY" and job.turn < 2:
                self.again(job, 5 * 3600)
            else:
                self.done[job.link] = body
        return self.done


class Watching(Scheduler):
    """Looks every minute whether a job is due; what is put back is due after its wait, a few times."""

    def tick(self):
        while self.jobs and self.jobs[0].due <= time.time():
            job = heapq.heappop(self.jobs)
            body = self.ask(job)
            error = body["Error"] or {}
            if error.get("Type") == "WAIT_4_HOURS_BEFORE_RETRY" and job.turn < 2:
                self.again(job, 5 * 3600)
            else:
                self.done[job.link] = body

    def forever(self):
        while True:
            self.tick()
            time.sleep(60)
