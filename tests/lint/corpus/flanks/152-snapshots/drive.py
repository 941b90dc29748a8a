from snapshots import FlanksApi, SnapshotJob
from snapshots.cache import Cache
from snapshots.fx import Fx


def make_client(base_url: str) -> SnapshotJob:
    return SnapshotJob(FlanksApi("t0ken", base_url=base_url), Cache(), Fx())


def call(client: SnapshotJob):
    return client.run({"c-1": "cred-1"})
