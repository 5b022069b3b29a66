"""Protects the comparing of names: one person is one in every spelling, two alike are two, doubt is said."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.link.names import compare, keys, normal

SAME = [
    ("Dmytro Halenko", "Dmitry Galenko", "one name in two languages, h for g"),
    ("Дмитро Галенко", "Dmitri Halenko", "another script"),
    ("Dmitrij Galenko", "Дмитрий Галенко", "a scholar's spelling"),
    ("Wolodymyr Schyrko", "Володимир Ширко", "a German spelling"),
    ("Iouri Tchernov", "Yuri Chernov", "a French spelling"),
    ("Jurij Tjernov", "Юрий Чернов", "a Scandinavian spelling"),
    ("Siarhei Kavaliou", "Сяргей Кавалёў", "a Belarusian name"),
    ("Sergej Kovalskij", "Serhii Kovalskyi", "endings of -sky"),
    ("Pavlo Sydorenko", "Павел Сидоренко", "a Ukrainian name in Russian letters"),
    ("Łukasz Wąsik", "Lukasz Wasik", "letters without their marks"),
    ("Jörg Hübner", "Joerg Huebner", "umlauts written out"),
    ("Jörg Hübner", "Jorg Hubner", "umlauts left out"),
    ("Goran Perišić", "Goran Perisic", "no hooks"),
    ("Горан Перишић", "Goran Perisic", "no hooks, another script"),
    ("Elif Yıldızoğlu", "Elif Yildizoglu", "Turkish letters"),
    ("Mohammed al-Harbi", "Muhammad Al Harbi", "an article with or without a hyphen"),
    ("Yousef el-Khatib", "Yusuf al-Khateeb", "Arabic vowels"),
    ("Abdul Rahman Qasim", "Abdel-Rahman Kassem", "a servant's name"),
    ("يوسف الخطيب", "Yousef al-Khatib", "Arabic letters"),
    ("יצחק ברגמן", "Yitzhak Bergman", "Hebrew letters"),
    ("Νίκος Παπαδάκης", "Nikos Papadakis", "Greek letters"),
    ("ნიკოლოზ ბერიძე", "Nikoloz Beridze", "Georgian letters"),
    ("Արմեն Պետրոսյան", "Armen Petrosyan", "Armenian letters"),
    ("Zhang Weiguo", "Чжан Вэйго", "a Chinese name in Russian"),
    ("Chang Wei-kuo", "Zhang Weiguo", "Wade-Giles"),
    ("张卫国", "Weiguo Zhang", "Chinese signs, the family name last"),
    ("Choi Min-ho", "최민호", "Korean letters"),
    ("Choi Min Ho", "Choe Minho", "Korean spellings"),
    ("Viktor Halász", "Halász Viktor", "the family name first"),
    ("Berg, Ann", "Ann Berg", "a comma"),
    ("Dr. Ann Berg", "Ann Berg", "a title"),
    ("Sen. William Berg", "Bill Berg", "a short form"),
    ("Joseph R. Berg Jr.", "Joe Berg", "full and short form"),
    ("Dmitry Ivanovich Galenko", "Дмитрий Галенко", "a father's name left out"),
    ("Галенко Дмитрий Иванович", "Dmitry Galenko", "family name first, as papers print it"),
    ("James Whitfield", "Джеймс Уитфилд", "an English name in Russian letters"),
    ("Jean-Luc Moreau", "Жан-Люк Моро", "a French name in Russian letters"),
    ("Jean-Luc Moreau", "Jean Luc Moreau", "a hyphen"),
]
DIFFERENT = [
    ("Ivan Galenko", "Ivan Galenkova", "a woman's ending"),
    ("Иван Петров", "Ivan Petrova", "a woman's ending in another script"),
    ("Jana Svoboda", "Jana Svobodová", "a woman's ending in Czech"),
    ("Alexander Galenko", "Alexei Galenko", "two given names"),
    ("Мария Петрова", "Marina Petrova", "two given names in two scripts"),
    ("Li Wei", "Li Wen", "short Chinese names are never nearly equal"),
    ("Chen Wei", "Shen Wei", "nor are family names"),
    ("Kim Jong Ho", "Kim Jong Su", "Korean syllables"),
    ("Lisa Johnson", "Lisa Johnston", "family names of one root"),
    ("Dmitry Ivanovich Galenko", "Dmitry Petrovich Galenko", "two fathers"),
    ("George W. Berg", "George H. W. Berg", "middle initials"),
    ("Tom Berg Jr.", "Tom Berg Sr.", "father and son"),
    ("Hassan Karimi", "Hussein Karimi", "given names of one root"),
    ("D. Galenko", "A. Galenko", "initials"),
    ("Mohammed bin Hamad", "Mohammed bin Rashid", "sons of two"),
    ("يوسف الخطيب", "Ahmed al-Khatib", "given names in Arabic letters"),
]
DOUBTFUL = [
    ("D. Galenko", "Dmitry Galenko", "an initial"),
    ("Д. Галенко", "Dmitry Galenko", "an initial in another script"),
    ("Galenko", "Dmitry Galenko", "a family name alone"),
    ("Sasha Galenko", "Aleksandr Galenko", "short for two names"),
    ("Luis García Pérez", "Luis García", "one of two family names"),
    ("Johan Petersson", "Johan Peterson", "one letter more"),
    ("Henry James", "James Henry", "either may be the given name"),
    ("Tom Berg Jr.", "Tom Berg", "father or son"),
]
BODIES = [
    ("the Kremlin", "Кремль", "same"),
    ("Ministry of Foreign Affairs of Norway", "Norway's Foreign Ministry", "same"),
    ("МИД Норвегии", "Norwegian Foreign Ministry", "same"),
    ("U.S. State Department", "Department of State", "same"),
    ("World Health Organisation (WHO)", "WHO", "same"),
    ("Ниса Медиа", "Nisa Media", "same"),
    ("Norwegian Foreign Ministry", "Danish Foreign Ministry", "different"),
    ("Norwegian Foreign Ministry", "Norwegian Defence Ministry", "different"),
    ("University of Norburg", "Norburg University", "different"),
    ("Foreign Ministry", "Danish Foreign Ministry", "doubtful"),
    ("Norburg Water Board", "NWB", "doubtful"),
]
SCRIPTS = "aeiouyhkstrnl -.'éüłšΑαΒβθДдмиїўёщжАԱաբგბהוןمحدال习近平김정은ばア"
NAMES = st.text(alphabet=SCRIPTS, max_size=30) | st.text(max_size=40)
KNOWN = st.sampled_from(
    sorted({name for one, other, _ in SAME + DIFFERENT + DOUBTFUL for name in (one, other)})
)


@pytest.mark.parametrize(("one", "other", "why"), SAME)
def test_one_person_in_two_spellings_is_one(one: str, other: str, why: str) -> None:
    """Two full names that differ in spelling, script, order or completeness are the same."""
    assert compare(one, other).verdict == "same", why


@pytest.mark.parametrize(("one", "other", "why"), DIFFERENT)
def test_two_persons_of_like_names_stay_two(one: str, other: str, why: str) -> None:
    """Brothers and sisters, fathers and sons, and near names are not merged."""
    assert compare(one, other).verdict == "different", why


@pytest.mark.parametrize(("one", "other", "why"), DOUBTFUL)
def test_less_than_two_full_names_is_doubtful(one: str, other: str, why: str) -> None:
    """What a reader could not decide from the names alone is left to somebody who can."""
    assert compare(one, other).verdict == "doubtful", why


@pytest.mark.parametrize(("one", "other", "verdict"), BODIES)
def test_bodies(one: str, other: str, verdict: str) -> None:
    """A body is known by another name or in another language; one country's is never another's."""
    assert compare(one, other, "body").verdict == verdict


def test_an_initial_that_fits_scores_high_and_says_why() -> None:
    """The score tells an initial that fits from a mere likeness, and the reason can be shown to a person."""
    found = compare("D. Galenko", "Дмитрий Галенко")
    assert found.score > 0.7
    assert "initial D. fits" in found.reason
    assert "Dmytro is a form of Dmitry" in compare("Dmytro Galenko", "Dmitry Galenko").reason


def test_normal_is_one_spelling() -> None:
    """Script, case, marks and forms of a given name leave no trace in the normal form."""
    forms = ("Dmytro Galenko", "DMITRI GALENKO", "Дмитрий Галенко", "Mr. Dmitrij Galenko")
    assert len({normal(form) for form in forms}) == 1
    assert normal("Elif Yıldız") == normal("Elif Yildiz")
    assert normal("МИД Норвегии", "body") == normal("Ministry of Foreign Affairs of Norway", "body")


def test_keys_are_few() -> None:
    """A key is an index entry: a name of two words has a handful, and like given names share none."""
    assert len(keys("Дмитрий Галенко")) <= 4
    assert not set(keys("Dmitry Galenko")) & set(keys("Dmitry Sidorov"))


@given(NAMES | KNOWN, NAMES | KNOWN, st.sampled_from(["person", "body"]))
@settings(max_examples=300, deadline=None)
def test_any_two_texts(one: str, other: str, kind: str) -> None:
    """No text crashes; both directions agree; a normal form is its own; the same share a key."""
    found = compare(one, other, kind)
    assert found == compare(other, one, kind)
    assert 0 <= found.score <= 1
    assert found.reason
    assert normal(normal(one, kind), kind) == normal(one, kind)
    if found.verdict == "same":
        assert set(keys(one, kind)) & set(keys(other, kind))


@given(NAMES | KNOWN, st.sampled_from(["person", "body"]))
@settings(max_examples=200, deadline=None)
def test_a_name_is_itself(name: str, kind: str) -> None:
    """No name is told from itself, unless there is nothing in it to compare."""
    if any(char.isalpha() and char.isascii() for char in name):
        assert compare(name, name, kind).verdict != "different" or not keys(name, kind)


def test_a_monster_is_read_in_no_time() -> None:
    """A hostile name is cut before it is read."""
    for monster in (
        "а" * 100_000,
        "(" * 100_000,
        "c. " * 100_000,
        "ال" * 50_000,
        "'" * 100_000,
        "-" * 100_000,
    ):
        assert compare(monster, "Ann Berg").verdict == "different"
