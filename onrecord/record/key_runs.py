"""A key that was stored is found at every moment, while runs are merged too; found in two runs, it is one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.record.base import Base

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from onrecord.record.key_rows import KeyRows

PART = 4096  # keys of one row of `key_run`
RUNS = 6  # runs of one level that are merged into one of the next
_BLOBS = 200  # rows of `key_run` written in one transaction: some 13 MB


class KeyRuns(Base):
    """The part of a record that holds by which keys wordings are brought together."""

    def holders(self, keys: NDArray[np.uint32], most: int | None = None) -> KeyRows:
        """Who has these keys.

        Args:
            keys: sorted, each once.
            most: how many wordings of each key are wanted, the smallest first; None is all.

        Returns:
            Keys, wordings and surroundings, sorted by key, then wording, each pair once.
        """
        from onrecord.record import key_rows  # its library takes a while to load: only for those who trace

        parts: list[KeyRows] = []
        for row, first, last in self._all("SELECT row, first, last FROM key_run ORDER BY run, first"):
            wanted = key_rows.overlap(keys, first, last)
            if len(wanted):
                found = self._all("SELECT keys, wordings, around FROM key_run WHERE row = ?", row)
                # If another process has merged it meanwhile, whoever asked will see that and ask again.
                parts += [key_rows.picked(key_rows.read(*part), wanted, most) for part in found]
        return key_rows.merged(parts, most)

    def add_keys(self, keys: KeyRows) -> None:
        """Store the keys of new wordings, sorted by key, then wording."""
        if len(keys[0]):
            with self._change():
                for _ in self._added_run(0, keys):
                    pass

    def merge_keys(self) -> None:
        """Merge the runs of a level of which there are many into one of the next, and so on.

        What takes long is done while others may write. A key that is in two runs is held once: so the runs
        that were merged go only when their merger is there, in as many transactions as it takes.
        """
        from onrecord.record import key_rows

        level, command = 0, "SELECT row, run, keys, wordings, around FROM key_run WHERE level = ?"
        while len(self._all("SELECT DISTINCT run FROM key_run WHERE level = ?", level)) >= RUNS:
            found = self._all(f"{command} ORDER BY run, first", level)
            merged = key_rows.merged([key_rows.read(*row[2:]) for row in found], None)
            gone = [row[:1] for row in found]
            del found
            level += 1
            adding = self._added_run(level, merged)
            while True:
                with self._change():
                    if next(adding, None) is None:
                        break
            for start in range(0, len(gone), _BLOBS):
                with self._change():
                    some = gone[start : start + _BLOBS]
                    self._connection.executemany("DELETE FROM key_run WHERE row = ?", some)

    def _added_run(self, level: int, keys: KeyRows) -> Iterator[int]:
        """Store a run in a level, some of its parts at a time; gives how many."""
        run = self._all("SELECT coalesce(max(run), 0) + 1 FROM key_run")[0][0]
        columns = "run, level, first, last, keys, wordings, around"
        insert = f"INSERT INTO key_run ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?)"
        size = PART * _BLOBS
        for first in range(0, len(keys[0]), size):
            values = []
            for start in range(first, min(first + size, len(keys[0])), PART):
                part = [column[start : start + PART] for column in keys]
                values.append((run, level, int(part[0][0]), int(part[0][-1]), *(c.tobytes() for c in part)))
            self._connection.executemany(insert, values)
            yield len(values)
