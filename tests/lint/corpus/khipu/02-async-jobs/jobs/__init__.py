from jobs.model import Job, Phase
from jobs.service import JobService
from jobs.khipu import KhipuGateway

__all__ = ["Job", "JobService", "KhipuGateway", "Phase"]
