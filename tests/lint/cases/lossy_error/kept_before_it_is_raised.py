# errpact: provider=khipu
"""A run that keeps each code with its job has told it; what the script makes of a job afterwards is its own. A run that
keeps nothing leaves its script with nothing to say."""

import sqlite3

import requests

URL = "http://localhost:8080/v1/cl/banks/b/statements"


class Failed(Exception):
    pass


class Jobs:
    def __init__(self, db: sqlite3.Connection):
        self.db = db

    def run(self, job):
        body = requests.post(URL, json={"job": job}, timeout=90).json()
        error = body["Error"]
        if error is not None:
            self.db.execute(
                "UPDATE job SET state = 'failed', code = ?, advice = ? WHERE id = ?",
                (error["Code"], error["Type"], job),
            )
            return
        self.db.execute("UPDATE job SET state = 'done' WHERE id = ?", (job,))

    def run_and_forget(self, job):
        body = requests.post(URL, json={"job": job, "quick": True}, timeout=90).json()
        if body["Error"] is not None:
            return False
        self.db.execute("UPDATE job SET state = 'done' WHERE id = ?", (job,))
        return True


def script(jobs: Jobs, job):
    jobs.run(job)
    state, code, advice = jobs.db.execute("SELECT state, code, advice FROM job WHERE id = ?", (job,)).fetchone()
    if state != "done":
        raise Failed(f"{state} {code} {advice}")


def forgetful_script(jobs: Jobs, job):
    if not jobs.run_and_forget(job):
        raise Failed(f"job {job} failed")  # error: EP203
