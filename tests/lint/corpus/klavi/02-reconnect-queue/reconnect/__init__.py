from .jobs import Job, Summary
from .runner import Runner
from .wire import Wire

__all__ = ["Job", "Runner", "Summary", "Wire"]
