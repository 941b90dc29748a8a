# errpact: provider=khipu
"""One helper writes all files: what is kept of a failure stands in the file that a success leaves empty."""

import json
import os
import sys
import time

import requests

URL = "http://localhost:8080/v1/statements"


class KhipuError(Exception):
    def __init__(self, error):
        super().__init__(error["Code"])
        self.code = error["Code"]


def send(rut):
    body = requests.post(URL, json={"Username": rut}, timeout=30).json()
    if body["Status"] == "ERROR":
        raise KhipuError(body["Error"])
    return body["Data"]


def load(path):
    if not os.path.exists(path):
        return {}
    with open(path) as file:
        return json.load(file)


def save(path, what):
    with open(path + ".new", "w") as file:
        json.dump(what, file)
    os.rename(path + ".new", path)


def held_back(folder, rut):
    held = load(folder + "/held.json")
    if held.get(rut, 0) > time.time():
        return 0
    try:
        save(folder + "/" + rut, send(rut))
    except KhipuError:
        held[rut] = time.time() + 4 * 3600
    save(folder + "/held.json", held)
    return 0


def counted(folder, rut):
    held, bad = load(folder + "/held.json"), 0
    try:
        save(folder + "/" + rut, send(rut))
    except KhipuError as error:
        bad += 1
        held[rut] = [error.code]
        sys.stderr.write(f"{rut}: {error}\n")
    save(folder + "/held.json", held)
    return 1 if bad else 0


def dropped(folder, rut):
    held = load(folder + "/held.json")
    try:
        save(folder + "/" + rut, send(rut))
    except KhipuError:  # error: EP204
        pass
    save(folder + "/held.json", held)
    return 0


def seen(folder, rut):
    done = load(folder + "/done.json")
    try:
        save(folder + "/" + rut, send(rut))
    except KhipuError:  # error: EP204
        pass
    done[rut] = time.time()
    save(folder + "/done.json", done)
    return 0
