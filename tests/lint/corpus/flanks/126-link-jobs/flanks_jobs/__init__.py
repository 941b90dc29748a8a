from .api import FlanksApi, FlanksError
from .jobs import LinkJobs

__all__ = ["FlanksApi", "FlanksError", "LinkJobs"]
