import json
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path("extractions")


@dataclass
class Extraction:
    id: str
    service: str
    username: str
    password: str
    callback_url: str
    starts: int = 0
    state: str = "new"
    extra: dict = field(default_factory=dict)

    @classmethod
    def get(cls, id: str) -> "Extraction":
        return cls(**json.loads((ROOT / f"{id}.json").read_text()))

    def _save(self, state: str, **extra) -> None:
        self.state = state
        self.extra = extra
        (ROOT / f"{self.id}.json").write_text(json.dumps(self.__dict__))

    def close(self, **extra) -> None:
        self._save("failed", **extra)

    def wait(self, **extra) -> None:
        self._save("waiting", **extra)

    def running(self, remote_id: str) -> None:
        self._save("running", remote_id=remote_id)

    def done(self, data: dict) -> None:
        self._save("done", data=data)
