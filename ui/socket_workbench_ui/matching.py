"""How well typed letters fit a text: for lists that are found in by a few keys."""

NO_MATCH = -1
_WORD_START, _IN_ROW, _ANYWHERE = 8, 5, 1


def fit(typed: str, text: str) -> int:
    """Score of `text` for what was typed; greater fits better, `NO_MATCH` not at all.

    All letters must occur in order, case and blanks aside; those at the start of words and those
    in a row count more. Nothing typed fits everything alike.
    """
    wanted = "".join(typed.lower().split())
    lower = text.lower()
    best = NO_MATCH
    for start, letter in enumerate(lower):
        if wanted and letter != wanted[0]:
            continue
        best = max(best, _fit_from(wanted, lower, start))
    return best if wanted else 0


def _fit_from(wanted: str, text: str, start: int) -> int:
    score, place, before = 0, start, start - 2
    for letter in wanted:
        place = text.find(letter, place)
        if place < 0:
            return NO_MATCH
        if place == before + 1:
            score += _IN_ROW
        elif place == 0 or not text[place - 1].isalnum():
            score += _WORD_START
        else:
            score += _ANYWHERE
        before, place = place, place + 1
    return score
