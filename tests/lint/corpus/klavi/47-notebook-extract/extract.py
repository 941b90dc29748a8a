# -*- coding: utf-8 -*-
# converted from 03_extract_klavi.ipynb (jupyter nbconvert --to script)

# In[1]:
import collections
import datetime as dt
import json
import os

import klavi_io
import sinks

# In[2]:
BASE_URL = os.environ.get("KLAVI_URL", "https://api.klavi.ai")
KINDS = ["accounts", "transactions", "creditcards"]

# how long a link rests in quarantine; links with any other code stay there until somebody looks
REST = {
    414: dt.timedelta(days=1),
    415: dt.timedelta(minutes=30),
}


# In[3]:
def next_run(code, now):
    rest = REST.get(code)
    return (now + rest).isoformat() if rest else None


def due(con, now):
    """links whose rest is over"""
    rows = con.execute(
        "select distinct link_id, kind from quarantine where next_run is not null and next_run <= ?",
        (now.isoformat(),),
    ).fetchall()
    con.execute("delete from quarantine where next_run <= ?", (now.isoformat(),))
    return rows


# In[4]:
def extract_one(con, session, base_url, link_id, kind):
    try:
        rows, quality = klavi_io.pull(session, base_url, link_id, kind)
    except klavi_io.KlaviProblem as p:
        sinks.quarantine(con, link_id, kind, p.code, p.message, next_run(p.code, dt.datetime.utcnow()))
        return "quarantined %d" % p.code
    sinks.load(con, link_id, kind, quality, [json.dumps(x, sort_keys=True) for x in rows])
    return quality


# In[5]:
def run(con, session, base_url, links):
    now = dt.datetime.utcnow()
    todo = [(link, kind) for link in links for kind in KINDS]
    todo += [pair for pair in due(con, now) if tuple(pair) not in todo]
    resting = set(con.execute("select link_id, kind from quarantine").fetchall())
    tally = collections.Counter()
    for link_id, kind in todo:
        if (link_id, kind) in resting:
            tally["resting"] += 1
            continue
        tally[extract_one(con, session, base_url, link_id, kind)] += 1
        con.commit()
    return tally


# In[6]:
if __name__ == "__main__":
    with open("links.txt") as fh:
        links = [line.strip() for line in fh if line.strip()]
    con = sinks.open_db("landing.db")
    tally = run(con, klavi_io.get_session(os.environ["KLAVI_TOKEN"]), BASE_URL, links)
    for what, n in tally.most_common():
        print("%6d  %s" % (n, what))
