import logging
import os
import queue
import threading

from flanks_client import FlanksClient, FlanksException

logging.basicConfig(level=logging.INFO)
logger = logging.getLogger("worker")


class PortfolioWorker(threading.Thread):
    def __init__(self, client, jobs, storage):
        super().__init__(daemon=True)
        self.client = client
        self.jobs = jobs
        self.storage = storage

    def run(self):
        while True:
            job = self.jobs.get()
            if job is None:
                break
            try:
                self.process(job)
            except FlanksException as e:
                logger.error("job %s failed: %s", job["id"], e)
                self.storage[job["id"]] = {"state": "failed", "status": e.status, "body": e.body}
            finally:
                self.jobs.task_done()

    def process(self, job):
        token = job.get("token")
        if not token:
            token, text = self.client.connect(job["bank"], job["user"], job["password"])
            if token is None:
                self.storage[job["id"]] = {"state": "ask_user", "text": text}
                return
        positions = self.client.portfolio(token)
        self.storage[job["id"]] = {"state": "done", "positions": positions}


def start(n=4):
    jobs = queue.Queue()
    storage = {}
    client = FlanksClient(os.environ["FLANKS_TOKEN"])
    for _ in range(n):
        PortfolioWorker(client, jobs, storage).start()
    return jobs, storage
