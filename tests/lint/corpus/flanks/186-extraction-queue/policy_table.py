"""What the queue does with a job after an error of Flanks. Edited by operations, hence plain data.

Keys are error codes; "delay" is in seconds; "limit" is how often the job may come back.
"""

POLICIES = {
    "20001": {"then": "fail"},
    "20002": {"then": "requeue", "delay": 60, "limit": 20},
    "20003": {"then": "requeue", "delay": 86_400, "limit": 2},
    "40001": {"then": "fail"},
    "50001": {"then": "requeue", "delay": 1_800, "limit": 6},
    "50002": {"then": "ask-user"},
    "50003": {"then": "ask-user"},
}

DEFAULT = {"then": "requeue", "delay": 300, "limit": 3}
