#!/bin/sh
# pandas 3.1.1: a Series left of an object that answers as a whole repeats the answer n times.
#
# A class that wants to be asked first sets __array_ufunc__ = None: then `array - thing` is
# thing.__rsub__(array), and what it returns is the result. A Series of n numbers asks in the same
# way, once, with its array, but does not take the answer as the result: it puts it into each of n
# places. No error; a sum over the result is n times too large, and so is its gradient. A DataFrame
# raises an AttributeError about `ndim`. The class attribute __pandas_priority__, which pandas'
# guide for extensions names, makes both hand over.
# Known to pandas: https://github.com/pandas-dev/pandas/issues/26033
# In the course: Tensor sets this attribute, so that a Series on its left gives a Tensor.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pandas==3.1.1 numpy==2.4.6
venv/bin/python - <<'PYTHON'
import numpy as np
import pandas as pd


class Total:
    """left - Total(...) is one number: the sum of all differences."""

    __array_ufunc__ = None

    def __init__(self, numbers):
        self.numbers = np.array(numbers)
        self.asked = []

    def __rsub__(self, left):
        self.asked.append(type(left).__name__)
        return float(np.sum(np.asarray(left) - self.numbers))


class Preferred(Total):
    __pandas_priority__ = 5000


def show(left, kind):
    right = kind([1.0, 1.0, 1.0])
    try:
        answer = left - right
        text = f"{answer}" if isinstance(answer, float) else f"Series {answer.tolist()}"
    except AttributeError as error:
        text = f"AttributeError: {error}"
    print(f"{type(left).__name__:9} - {kind.__name__:9}  {text:55}  asked with {right.asked}")
    return text


print("pandas", pd.__version__, "numpy", np.__version__)
left = [2.0, 3.0, 4.0]  # the sum of the differences is 6
seen = [
    show(kind(left), right)
    for right in (Total, Preferred)
    for kind in (np.array, pd.Series, lambda numbers: pd.DataFrame([numbers]))
]
assert seen[0] == "6.0", "NumPy no longer hands over"
assert seen[1] == "Series [6.0, 6.0, 6.0]", "a Series answers in another way now"
assert seen[2].startswith("AttributeError"), "a DataFrame answers in another way now"
assert seen[3:] == ["6.0", "6.0", "6.0"], "__pandas_priority__ works in another way now"
print("As described.")
PYTHON
