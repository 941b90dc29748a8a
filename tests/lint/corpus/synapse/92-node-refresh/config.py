import datetime as dt

from attrs import frozen


@frozen
class RefreshConfig:
    base_url: str = "https://api.synapsefi.com/v3.1"
    client_id: str = ""
    client_secret: str = ""
    oauth_key: str = ""
    later: dt.timedelta = dt.timedelta(hours=1)
    max_postponements: int = 6
