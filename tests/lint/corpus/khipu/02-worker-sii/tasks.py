import os

import sentry_sdk
from celery import Celery
from celery.utils.log import get_task_logger

from jobs_repository import JobsRepository
from scraper import ScrapeFailed, SiiScraper

app = Celery("sii", broker=os.environ.get("BROKER_URL", "memory://"))
logger = get_task_logger(__name__)

WAIT_FOUR_HOURS = 4 * 60 * 60 + 60
SHORT_PAUSE = 5


@app.task(bind=True, max_retries=4, acks_late=True)
def download_invoices(self, job_id: int) -> None:
    repo = JobsRepository()
    job = repo.get(job_id)
    scraper = SiiScraper(os.environ["KHIPU_TOKEN"])
    try:
        data = scraper.invoices(job.rut, job.password, job.period)
    except ScrapeFailed as failure:
        advice = failure.info.Type
        logger.warning("job %s: %s", job_id, failure)
        repo.note(job_id, failure.info.Code, advice, failure.info.Description)
        if advice == "RETRY_IMMEDIATELY":
            raise self.retry(exc=failure, countdown=SHORT_PAUSE)
        if advice == "WAIT_4_HOURS_BEFORE_RETRY":
            raise self.retry(exc=failure, countdown=WAIT_FOUR_HOURS)
        sentry_sdk.capture_exception(failure)
        repo.fail(job_id, failure.info.Code)
        raise
    repo.finish(job_id, data)
