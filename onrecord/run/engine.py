"""A task is done once or its end is told, whatever carries it; nothing else knows what an engine is.

A task writes what it finds into files, which decide whether it is done. It may be begun again at any time.
"""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from onrecord.errors import UsageError
from onrecord.run import wire
from onrecord.run.crew import DIED, HEAD, TICK, Ended, Local, inbox

ENGINES = ("local", "daft")
STARTS = 5  # children that may end before their first task, one after another: Ray's own start is hasty
WAVE = 16  # tasks of one query for each worker: what a child holds at once
# Neither engine may tell anybody that it is used; both look for these before they are imported.
_CHILD = HEAD + (
    "os.environ.update(DO_NOT_TRACK='true', DAFT_ANALYTICS_ENABLED='0', RAY_USAGE_STATS_ENABLED='0', "
    "DAFT_PROGRESS_BAR='0', RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO='0', "
    "PYTHONPATH=os.pathsep.join(filter(None, sys.path))); "
    "os.environ.setdefault('RAY_raylet_start_wait_time_s', '40'); "
    "os.environ.update({token!r}); "
    "from onrecord.run.engine import child; child()"
)


class Engine(Protocol):
    """What carries tasks."""

    def each(self, tasks: Iterator[Any], stop: Callable[[], bool] | None = None) -> Iterator[Ended | None]:
        """The end of each task, in any order; None now and then, so that the time can be told.

        Args:
            tasks: taken as there is room for them.
            stop: asked again and again; True begins nothing more, and ends what cannot be waited for.

        Raises:
            OnrecordError: the engine cannot be started.
        """

    def close(self) -> None:
        """Let go of all processes."""


def engine_of(name: str, workers: int, address: str = "") -> Engine:
    """The engine of this name.

    Args:
        name: one of ENGINES.
        workers: how many processes; 0 is one for each processor.
        address: for daft, a Ray cluster ("ray://host:port", "auto"), "local" for one that is started on this
            machine, or "" for none.

    Raises:
        UsageError: there is no such engine, or it is not installed.
    """
    count = workers or len(os.sched_getaffinity(0))
    if name == "local":
        return Local(count)
    if name != "daft":
        raise UsageError(f"there is no engine {name}", name, f"name one of {', '.join(ENGINES)}")
    from importlib.util import find_spec

    missing = [part for part in ("daft", *(("ray",) if address else ())) if find_spec(part) is None]
    if missing:
        raise UsageError(
            f"{' and '.join(missing)} is not installed", "daft", "install it: pip install onrecord[cluster]"
        )
    return Daft(count, address)


# -- Daft, by itself or on Ray


class Daft:
    """Batches of tasks as queries of Daft, in a child process that may end as it likes.

    What is done is known by marks that each task leaves in a folder, which all workers must see.
    """

    def __init__(self, workers: int, address: str) -> None:
        self._workers, self._address = workers, address
        self._child: _Child | None = None

    def close(self) -> None:
        """End the child."""
        if self._child:
            self._child.end()
        self._child = None

    def each(self, tasks: Iterator[Any], stop: Callable[[], bool] | None = None) -> Iterator[Ended | None]:
        """As `Engine.each`."""
        waiting: deque[Any] = deque()
        starts = 0
        while not (stop and stop()):
            waiting.extend(islice(tasks, self._workers * WAVE - len(waiting)))
            if not waiting:
                return
            child = self._child = self._child or _Child(self._workers, self._address)
            wave = list(waiting)
            waiting.clear()
            try:
                for ended in child.carry(wave, stop):
                    if isinstance(ended, _Unbegun):
                        waiting.append(ended.task)
                    else:
                        yield ended
            except GeneratorExit:
                self.close()
                raise
            if child.dead:
                said = child.told()
                self.close()
                starts = starts + 1 if len(waiting) == len(wave) else 0
                if starts >= STARTS:
                    raise UsageError("the engine ends as soon as it starts", "daft", said)


class _Unbegun(NamedTuple):
    task: Any


class _Child:
    """A process that runs queries of Daft."""

    def __init__(self, workers: int, address: str) -> None:
        self.dead = False
        self._marks = Path(tempfile.mkdtemp(prefix="onrecord-", dir=_shared(address)))
        self._log = open(self._marks / "log", "wb")  # noqa: SIM115 - it is closed when the child has ended
        self._wave = 0
        # A cluster of our own is told its token, so that it writes none into the home directory.
        own = {"RAY_AUTH_MODE": "token", "RAY_AUTH_TOKEN": secrets.token_hex(32)}
        token = own if address == "local" else {}
        self._popen = subprocess.Popen(
            [sys.executable, "-c", _CHILD.format(path=sys.path, token=token)],
            stdin=subprocess.PIPE,
            stdout=self._log,
            stderr=self._log,
        )
        self._tell((workers, address, str(self._marks)))

    def carry(self, tasks: list[Any], stop: Callable[[], bool] | None) -> Iterator[Ended | _Unbegun | None]:
        """The end of each of some tasks, or that they were not begun."""
        self._wave += 1
        self._tell((self._wave, [wire.pack(task) for task in tasks]))
        open_ = dict(enumerate(tasks))
        while open_:
            ended = self._popen.poll() is not None
            over = ended or (self._marks / f"{self._wave}.over").exists()
            found = list(self._ended(open_))
            yield from found
            if (over and not found) or (stop and stop()):
                break
            if not found:
                time.sleep(TICK)
                yield None
        for number, task in open_.items():
            begun = (self._marks / f"{self._wave}-{number}.begun").exists()
            yield Ended(task, DIED) if begun else _Unbegun(task)
        self.dead = bool(open_) or self._popen.poll() is not None

    def told(self) -> str:
        """The last that the child said."""
        lines = (self._marks / "log").read_text(encoding="utf-8", errors="replace").strip().splitlines()
        return lines[-1] if lines else "it said nothing"

    def end(self) -> None:
        """End the child and all that it started."""
        if self._popen.stdin:
            with suppress(OSError):
                self._popen.stdin.close()
        try:
            self._popen.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self._popen.kill()
            self._popen.wait()
        self._log.close()
        shutil.rmtree(self._marks, ignore_errors=True)

    def _ended(self, open_: dict[int, Any]) -> Iterator[Ended]:
        for number in list(open_):
            with suppress(FileNotFoundError):
                trouble = (self._marks / f"{self._wave}-{number}.done").read_text(encoding="utf-8")
                yield Ended(open_.pop(number), trouble)

    def _tell(self, message: Any) -> None:
        assert self._popen.stdin is not None
        with suppress(OSError):
            wire.send(self._popen.stdin, wire.pack(message))


def _shared(address: str) -> str | None:
    """Where all workers can see marks: with a cluster of others the working directory, else anywhere."""
    return None if address in ("", "local") else str(Path.cwd())


def marked(marks: str, name: str, frame: bytes) -> str:
    """Do a packed task, and leave marks of its beginning and its end."""
    folder = Path(marks)
    (folder / f"{name}.begun").touch()
    # In a process beside the engine's own: one that ends is no matter of the engine's, which would stall.
    [trouble] = [one.trouble for one in _beside().each(iter([wire.unpack(frame)])) if one]
    temporary = folder / f".{name}.{os.getpid()}"
    temporary.write_text(trouble, encoding="utf-8")
    os.replace(temporary, folder / f"{name}.done")
    return trouble


@cache
def _beside() -> Local:
    """The one process that does the tasks of this one."""
    return Local(1)


def child() -> None:
    """Run queries over the tasks read from standard input, until it closes."""
    orders = inbox()
    workers, address, marks = wire.unpack(orders.get())
    import daft

    if address:
        _ray(workers, address)
        daft.set_runner_ray(noop_if_initialized=True)
    else:
        daft.set_runner_native()

    # On Ray a process that ends is not begun again with what ended it: that is for others to decide.
    once = {"max_restarts": 0, "max_task_retries": 0} if address else None

    @daft.cls(max_concurrency=workers, use_process=None if address else True, ray_options=once)
    class Carrier:
        @daft.method.batch(return_dtype=daft.DataType.string(), batch_size=1)
        def carry(self, name: Any, frame: Any) -> Any:
            from onrecord.run import engine

            pairs = zip(name.to_pylist(), frame.to_pylist(), strict=True)
            return [engine.marked(marks, *pair) for pair in pairs]

    carrier = Carrier()
    while True:
        wave, frames = wire.unpack(orders.get())
        names = [f"{wave}-{number}" for number in range(len(frames))]
        table = daft.from_pydict({"name": names, "frame": frames})
        if address:
            table = table.into_partitions(len(frames))
        table.select(carrier.carry(table["name"], table["frame"])).collect()
        (Path(marks) / f"{wave}.over").touch()


def _ray(workers: int, address: str) -> None:
    import ray

    if address != "local":
        ray.init(address=address, log_to_driver=False)
        return
    ray.init(
        num_cpus=workers,
        include_dashboard=False,
        log_to_driver=False,
        object_store_memory=256 << 20,
        _node_ip_address="127.0.0.1",
    )
