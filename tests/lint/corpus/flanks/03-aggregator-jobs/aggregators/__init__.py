from aggregators.base import Aggregator, Refused, Snapshot, Wait
from aggregators.flanks import Flanks
from aggregators.manual import ManualUpload

BY_NAME = {cls.slug: cls for cls in (Flanks, ManualUpload)}
__all__ = ["Aggregator", "Refused", "Snapshot", "Wait", "BY_NAME"]
