"""What several tasks of lesson 07 regression share."""


def mean_of(numbers):
    return sum(numbers) / len(numbers)
