"""Every error a user can cause says what is wrong, where, and what to do; all of them are `OnrecordError`."""

from __future__ import annotations


class OnrecordError(Exception):
    """A controlled error, shown as one sentence.

    Args:
        what: what is wrong, without a full stop ("the file is empty").
        where: the file, record, address or setting it concerns, or "".
        remedy: what the user can do, as an imperative clause ("save it again from the source"), or "".
    """

    def __init__(self, what: str, where: str = "", remedy: str = "") -> None:
        self.what, self.where, self.remedy = what, where, remedy
        super().__init__(str(self))

    def __str__(self) -> str:
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head}; {self.remedy}." if self.remedy else f"{head}."

    def __reduce__(self) -> tuple[type[OnrecordError], tuple[str, str, str]]:
        # Errors cross process borders; the default reduction would pass the whole sentence as `what`.
        return type(self), (self.what, self.where, self.remedy)


class ReadError(OnrecordError):
    """A source that cannot be read: empty, binary, truncated, too large, refused, hostile."""


class RecordError(OnrecordError):
    """A record that cannot be opened or written: not a record, a newer version, a full disk."""


class SettingsError(OnrecordError):
    """An unknown setting or a value it cannot take."""


class ModelError(OnrecordError):
    """A trained reader that cannot be loaded: its file is absent or damaged. No text can be read with it."""


class UsageError(OnrecordError):
    """A question that cannot be answered as asked: an unknown id, a filter that means nothing."""


class OvertakenError(UsageError):
    """A decision that was not made, for somebody else has decided of the same thing meanwhile."""
