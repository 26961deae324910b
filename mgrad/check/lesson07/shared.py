"""What several tasks of lesson 07 regression share."""

from mgrad.check.probe import FormError


def mean_of(numbers):
    return sum(numbers) / len(numbers)


def entry_of(answer, place, names):
    """Entry number ``place`` of an answer that must be a list with an entry for each name."""
    if isinstance(answer, str | dict | set) or not hasattr(answer, "__len__"):
        kind = "an" if type(answer).__name__[0] in "aeiou" else "a"
        raise FormError(
            f"Write a list of {len(names)} numbers in square brackets: {', '.join(names)}. Your "
            f"answer is {kind} {type(answer).__name__}."
        )
    if len(answer) != len(names):
        raise FormError(
            f"Write a list of {len(names)} numbers: {', '.join(names)}. Yours has {len(answer)} "
            "entries. (Decimals have a point; a comma begins the next entry.)"
        )
    return {names[place]: answer[place]}
