from .api import FlanksApi
from .errors import FlanksError
from .job import SnapshotJob

__all__ = ["FlanksApi", "FlanksError", "SnapshotJob"]
