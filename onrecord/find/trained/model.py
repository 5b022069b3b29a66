"""A model is one file, read once in a process; its numbers for a window depend on that window alone."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from onrecord.errors import ModelError
from onrecord.find.trained.decode import Floats, Ints

if TYPE_CHECKING:
    from tokenizers import Tokenizer

FILE = Path(str(files("onrecord.find.trained"))) / "english.model"


class Model:
    """One size of a model: its graphs, its vocabulary, and the numbers that choose and weigh what is found.

    A window is run alone: on a processor that is as fast as many at once, wants no padding, and makes what is
    found in a text the same whatever is read with it.
    """

    def __init__(self, size: str, file: Path = FILE) -> None:
        # Loaded here, so that a command that finds nothing does not wait for them.
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # processes share the cores already
        options.log_severity_level = 3
        with zipfile.ZipFile(file) as archive:

            def session(name: str) -> Any:
                return onnxruntime.InferenceSession(
                    archive.read(f"{size}.{name}.onnx"),
                    options,
                    providers=["CPUExecutionProvider"],
                    # Sum and norm in one are several times slower than one after the other (1.31).
                    disabled_optimizers=["SkipLayerNormFusion"],
                )

            self.numbers: dict[str, Any] = json.loads(archive.read(f"{size}.json"))
            self.tokenizer: Tokenizer = Tokenizer.from_str(archive.read("vocabulary.json").decode("utf8"))
            with np.load(io.BytesIO(archive.read("tables.npz"))) as tables:
                self._words, self._steps = tables["words"], tables["steps"][:, None]
                self._shapes, self._places = tables["shapes"], tables["places"]
            self._encoder, self._pairs = session("encoder"), session("pairs")

    def vectors(
        self, ids: Sequence[int], shapes: Sequence[int], firsts: Sequence[int]
    ) -> tuple[Floats, Floats]:
        """The vectors of a window's words, and their cue tags (logits: out, begins, goes on).

        Args:
            ids, shapes: of the window's pieces.
            firsts: the pieces at which words begin.
        """
        pieces = self._words[ids] * self._steps[ids]
        pieces += self._shapes[shapes]
        pieces += self._places[: len(ids)]
        given = {"pieces": pieces[None], "firsts": np.asarray(firsts, np.int64)}
        vectors, tags = self._encoder.run(None, given)
        return vectors, tags

    def parts(self, vectors: Floats, cues: Floats, of_word: Ints, of_cue: Ints, near: Ints) -> Floats:
        """Logits of each pair's part, [pairs, 5]."""
        given = {"vectors": vectors, "cues": cues, "of_word": of_word, "of_cue": of_cue, "near": near}
        return np.asarray(self._pairs.run(None, given)[0], np.float32)


@cache
def model(size: str, file: Path = FILE) -> Model:
    """The model of this size that ships, read at its first use.

    Raises:
        ModelError: its file is absent, damaged, or without this size; or a library that it needs is.
    """
    try:
        return Model(size, file)
    except FileNotFoundError:
        what = "the file of the trained readers is absent"
    except MemoryError:
        raise
    except Exception as error:  # zip, json, numpy, tokenizers and onnxruntime each have errors of their own
        told = str(error).strip().partition("\n")[0][:120] or type(error).__name__
        what = f"the trained reader {size!r} cannot be loaded ({told})"
    raise ModelError(
        what, str(file), "install onrecord again, or use --rules-only (the setting reader=rules)"
    )
