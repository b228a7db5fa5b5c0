"""Names as the search box compares them: folded, and forgiving one slip of the finger."""

import unicodedata

MIN_SLIP_LENGTH = 4

# Letters that do not decompose into a base letter and a mark.
_OWN_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "œ": "oe",
        "æ": "ae",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ı": "i",
        "ħ": "h",
        "ŋ": "n",
    }
)
_PUNCTUATION = str.maketrans(dict.fromkeys("-'’`´.,;:/\\()[]\"_+*\xa0‐‑–", " "))


def folded(text: str) -> str:
    """Lower case without accents, apostrophes and hyphens as blanks, one blank between words."""
    lower = text.casefold().translate(_OWN_LETTERS)
    plain = "".join(
        letter for letter in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(letter)
    )
    return " ".join(plain.translate(_OWN_LETTERS).translate(_PUNCTUATION).split())


def search_key(names: list[str], code: str, phones: list[str], born: list[str]) -> str:
    """Everything by which a person may be found, as one folded text that begins each word after a blank.

    A name with apostrophes or hyphens stands in twice: with blanks, and closed up ("jean luc", "jeanluc").
    """
    words: list[str] = []
    for name in names:
        spaced = folded(name)
        closed = spaced.replace(" ", "")
        words.append(spaced)
        if closed != spaced:
            words.append(closed)
    words.append(folded(code).replace(" ", ""))
    words += [folded(phone).replace(" ", "") for phone in phones]
    words += born
    return " " + " ".join(word for word in words if word) + " "


def query_words(text: str) -> list[str]:
    """The words of what was typed, folded; a code typed with its dash is closed up."""
    return folded(text).split()


def slips(word: str) -> frozenset[str]:
    """The word and every form of it with one letter left out: two words one slip apart share a form."""
    return frozenset({word} | {word[:place] + word[place + 1 :] for place in range(len(word))})


def one_slip_apart(typed: str, meant: str) -> bool:
    """Whether they differ by at most one letter wrong, missing, doubled, or two neighbours exchanged."""
    if typed == meant:
        return True
    short, long = sorted((typed, meant), key=len)
    if len(long) - len(short) > 1:
        return False
    start = next((at for at, letter in enumerate(short) if letter != long[at]), len(short))
    if len(short) == len(long):
        exchanged = short[start : start + 2] == long[start : start + 2][::-1]
        rest_from = start + 2 if exchanged and short[start + 2 :] == long[start + 2 :] else start + 1
        return short[rest_from:] == long[rest_from:]
    return short[start:] == long[start + 1 :]
