from klavi_client import KlaviClient
from report_service import InMemoryReports, ReportService


def make_client(base_url: str) -> ReportService:
    return ReportService(KlaviClient("test-token", base_url=base_url), InMemoryReports())


def call(client: ReportService):
    return client.on_task_finished("trace-1")
