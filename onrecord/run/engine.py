"""A task is done once or its end is told, whatever carries it; nothing else knows what an engine is.

A task writes what it finds into files, which decide whether it is done. It may be begun again at any time.
"""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from onrecord.errors import UsageError
from onrecord.run import wire
from onrecord.run.crew import DIED, HEAD, Ended, Local, inbox

ENGINES = ("local", "daft")
STARTS = 5  # children that may end before their first task, one after another: Ray's own start is hasty
AHEAD = 3  # tasks that are laid out for each worker
PAUSE = 0.05  # seconds between looks for a task, or for its end
SILENT = 120.0  # seconds without a sign from a worker, after which it is taken for lost
SLICE = 900.0  # seconds after which a worker lets the engine begin another row, and
SLICES = 16  # rows for each worker in one query: what runs for hours begins anew now and then
TODO, BEGUN, DONE, OPEN = "todo", "begun", "done", "open"
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
    """Workers that Daft places, which take tasks out of a folder as long as there are some.

    One query runs for as long as the engine does, a row of which is a worker that takes one task after the
    other: starting workers for each query costs seconds, on Ray many. All workers must see the folder.
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
        again: deque[Any] = deque()
        starts = 0
        try:
            while True:
                stopping = bool(stop and stop())
                if stopping:
                    again.clear()
                    if self._child:
                        self._child.withdraw()
                else:
                    self._feed(again, tasks)
                child = self._child
                if not child or not child.open:
                    return
                found = list(child.ended())
                yield from found
                if not found and child.gone():
                    starts = 0 if child.begun else starts + 1
                    yield from self._lost(child, again, starts)
                elif not found:
                    time.sleep(PAUSE)
                    yield None
        finally:
            if self._child and self._child.open:
                self.close()

    def _feed(self, again: deque[Any], tasks: Iterator[Any]) -> None:
        """Lay out tasks, a few for each worker; the child begins with the first."""
        while self._child is None or len(self._child.open) < self._workers * AHEAD:
            task = again.popleft() if again else next(tasks, None)
            if task is None:
                return
            self._child = self._child or _Child(self._workers, self._address)
            self._child.give(task)

    def _lost(self, child: _Child, again: deque[Any], starts: int) -> Iterator[Ended]:
        """What becomes of the tasks of a child that is no more: those that were not begun are given again."""
        said, begun = child.told(), child.taken()
        self._child = None
        child.end()
        if starts >= STARTS:
            raise UsageError("the engine ends as soon as it starts", "daft", said)
        for number, task in child.open.items():
            if number in begun:
                yield Ended(task, DIED)
            else:
                again.append(task)


class _Child:
    """A process that runs the query, and the folder that its workers take tasks from.

    Attributes:
        open: the tasks that have not ended, by number.
        begun: whether any task was begun.
    """

    def __init__(self, workers: int, address: str) -> None:
        self.open: dict[int, Any] = {}
        self.begun = False
        self._given = 0
        self._beats: dict[
            str, tuple[float, float]
        ] = {}  # of each worker: its last sign, and when it was seen
        self._place = Path(tempfile.mkdtemp(prefix="onrecord-", dir=_shared(address)))
        for name in (TODO, BEGUN, DONE):
            (self._place / name).mkdir()
        (self._place / OPEN).touch()
        self._log = open(self._place / "log", "wb")  # noqa: SIM115 - it is closed when the child has ended
        # A cluster of our own is told its token, so that it writes none into the home directory.
        own = {"RAY_AUTH_MODE": "token", "RAY_AUTH_TOKEN": secrets.token_hex(32)}
        token = own if address == "local" else {}
        self._popen = subprocess.Popen(
            [sys.executable, "-c", _CHILD.format(path=sys.path, token=token)],
            stdin=subprocess.PIPE,
            stdout=self._log,
            stderr=self._log,
        )
        assert self._popen.stdin is not None
        with suppress(OSError):
            wire.send(self._popen.stdin, wire.pack((workers, address, str(self._place))))

    def give(self, task: Any) -> None:
        """Lay out a task."""
        self._given += 1
        _settled(self._place / TODO, f"{self._given:09d}", wire.pack(task))
        self.open[self._given] = task

    def withdraw(self) -> None:
        """Take back what was not begun."""
        for path in (self._place / TODO).iterdir():
            with suppress(OSError):
                path.unlink()
                self.open.pop(int(path.name), None)

    def ended(self) -> Iterator[Ended]:
        """The ends of tasks that were not told yet."""
        for path in sorted((self._place / DONE).iterdir()):
            if path.name.isdigit():
                trouble = path.read_text(encoding="utf-8")
                path.unlink()
                self.begun = True
                yield Ended(self.open.pop(int(path.name)), trouble)

    def taken(self) -> set[int]:
        """The tasks that were begun."""
        return {int(path.name.partition(".")[0]) for path in (self._place / BEGUN).iterdir()}

    def gone(self) -> bool:
        """Whether the child has ended, or one of its workers gives no sign while it has a task."""
        if self._popen.poll() is not None:
            return True
        now, silent = time.monotonic(), False
        for path in (self._place / BEGUN).iterdir():
            worker = path.name.partition(".")[2]
            with suppress(OSError):
                sign = (self._place / f"{worker}.beat").stat().st_mtime
                if self._beats.get(worker, (0.0, 0.0))[0] != sign:
                    self._beats[worker] = sign, now
                silent = silent or now - self._beats[worker][1] > SILENT
        return silent

    def told(self) -> str:
        """The last that the child said."""
        lines = (self._place / "log").read_text(encoding="utf-8", errors="replace").strip().splitlines()
        return lines[-1] if lines else "it said nothing"

    def end(self) -> None:
        """End the child and all that it started."""
        with suppress(OSError):
            (self._place / OPEN).unlink()
        if self._popen.stdin:
            with suppress(OSError):
                self._popen.stdin.close()
        try:
            self._popen.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self._popen.kill()
            self._popen.wait()
        self._log.close()
        shutil.rmtree(self._place, ignore_errors=True)


def _shared(address: str) -> str | None:
    """Where all workers can see tasks: with a cluster of others the working directory, else anywhere."""
    return None if address in ("", "local") else str(Path.cwd())


def _settled(folder: Path, name: str, data: bytes) -> None:
    """Write a file that is there whole or not at all."""
    temporary = folder.parent / f".{name}.{os.getpid()}"
    temporary.write_bytes(data)
    os.replace(temporary, folder / name)


def pumped(place: str) -> int:
    """Do tasks of a folder, one after the other, until it is closed or for SLICE seconds; gives how many."""
    folder, worker = Path(place), secrets.token_hex(6)
    beat, until, done = folder / f"{worker}.beat", time.monotonic() + SLICE, 0
    while time.monotonic() < until and (folder / OPEN).exists():
        with suppress(OSError):  # the folder may go at any time
            beat.touch()
            taken = _taken(folder, worker)
            if taken is None:
                time.sleep(PAUSE)
                continue
            trouble = ""
            # In a process beside the engine's own: one that ends is no matter of the engine's, which would
            # stall.
            for ended in _beside().each(iter([wire.unpack(taken.read_bytes())])):
                if ended is None:
                    beat.touch()
                else:
                    trouble = ended.trouble
            _settled(folder / DONE, taken.name.partition(".")[0], trouble.encode("utf-8", "replace"))
            taken.unlink()
            done += 1
    return done


def _taken(folder: Path, worker: str) -> Path | None:
    """The next task, which no other worker takes then."""
    for name in sorted(os.listdir(folder / TODO)):
        target = folder / BEGUN / f"{name}.{worker}"
        with suppress(FileNotFoundError):  # somebody was quicker
            os.rename(folder / TODO / name, target)
            return target
    return None


@cache
def _beside() -> Local:
    """The one process that does the tasks of this one."""
    return Local(1)


def child() -> None:
    """Run the query over the folder of which standard input tells, until it closes."""
    workers, address, place = wire.unpack(inbox().get())
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
        @daft.method.batch(return_dtype=daft.DataType.int64(), batch_size=1)
        def carry(self, slot: Any) -> Any:
            from onrecord.run import engine

            return [engine.pumped(place) for _ in slot.to_pylist()]

    carrier = Carrier()
    slots = list(range(workers * SLICES))
    while (Path(place) / OPEN).exists():
        table = daft.from_pydict({"slot": slots})
        if address:
            table = table.into_partitions(len(slots))
        table.select(carrier.carry(table["slot"])).collect()


def _ray(workers: int, address: str) -> None:
    import ray

    if address != "local":
        ray.init(address=address, log_to_driver=False)
        return
    _without_waiting()
    ray.init(
        num_cpus=workers,
        include_dashboard=False,
        log_to_driver=False,
        object_store_memory=256 << 20,
        _node_ip_address="127.0.0.1",
    )


def _without_waiting() -> None:
    """Start a Ray of our own with few helpers, of which it knows the ports beforehand.

    Else it ends where one of six processes, begun together, does not name its port within 15 seconds, which
    is so whenever the machine has something else to do. Ray's own command takes these as options, its
    function does not. And without its dashboard, which even where it is switched off asks the address of a
    cloud's metadata in whose cloud it runs.
    """
    from ray._private import parameter, services

    vars(services)["start_api_server"] = lambda *_, **__: (None, None)

    class Lean(parameter.RayParams):
        def __init__(self, *given: Any, **named: Any) -> None:
            super().__init__(*given, **named)
            vars(self).update(no_monitor=True, include_log_monitor=False)
            names = "metrics_agent_port", "runtime_env_agent_port", "metrics_export_port"
            ports = zip((*names, "dashboard_agent_listen_port"), _free_ports(4), strict=True)
            vars(self).update(ports)

    vars(parameter)["RayParams"] = Lean


def _free_ports(count: int) -> list[int]:
    with ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in sockets]
