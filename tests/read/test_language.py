"""A language is named where the words show it; a wrong statement by the source does not outweigh them."""

from __future__ import annotations

import pytest

from onrecord.read.language import language

TEXTS = {
    "en": "The harbour office said that it would close the quay, and that the fishermen had been told.",
    "de": "Das Hafenamt erklärte, dass es die Mole schließen werde und die Fischer Bescheid wüssten.",
    "fr": "Le bureau du port a déclaré qu’il fermerait le quai et que les pêcheurs avaient été prévenus.",
    "ru": "Управление порта сообщило, что закроет причал и что рыбаков уже предупредили об этом.",
    "uk": "Управління порту повідомило, що закриє причал і що рибалок уже попередили про це рішення.",
    "es": "La oficina del puerto dijo que cerraría el muelle y que los pescadores habían sido avisados.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_shown_by_the_words(code: str) -> None:
    assert language(TEXTS[code] * 3) == code


def test_too_little_text() -> None:
    assert language("Oslo 2024") is None
    assert language("") is None
    assert language("Oslo 2024", "no") == "no"
    assert language("1234", "en") is None


def test_the_source_is_believed_unless_the_words_contradict_it() -> None:
    assert language(TEXTS["fr"], "fr-CA") == "fr"
    assert language(TEXTS["ru"] * 3, "en") == "ru"
    assert language(TEXTS["de"] * 3, "en-GB") == "de"
    assert language(TEXTS["de"] * 3, "not a code") == "de"
