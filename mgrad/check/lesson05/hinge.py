"""05.hinge: The class that is never learned."""

from collections.abc import Callable

from mgrad.check.lesson05.shared import make_loss, probe_loss, random_scores
from mgrad.check.task import Mistake, Task, listed


def _hinge(
    signed: Callable,
    keeps_all: bool = False,
    finish=lambda total, n: total / n,
    skips=lambda label: False,
):
    def term(score, label):
        gap = 1 - signed(label) * score
        return gap if (keeps_all or gap.data > 0) and not skips(label) else 0.0 * gap

    return make_loss(term, finish=finish)


def _sign(label):
    return 2 * label - 1


def _gap(score, label):
    gap = 1 - _sign(label) * score
    return gap if gap.data > 0 else 0.0 * gap


def _term_without_margin(score, label):
    return score * (score.data > 0) if label == 0 else _gap(score, label)


def _term_without_brackets(score, label):
    gap = 1 - 2 * label - 1 * score
    return gap if gap.data > 0 else 0.0 * gap


def _hinge_of_pulling(scores, labels):
    pulling = [
        1 - _sign(label) * score
        for score, label in zip(scores, labels)
        if 1 - _sign(label) * score.data > 0
    ]
    return sum(pulling) / max(1, len(pulling))


def _hinge_of_numbers(scores, labels):
    return sum(max(0.0, 1 - _sign(y) * s.data) for s, y in zip(scores, labels)) / len(scores)


def _hinge_changing_labels(scores, labels):
    for i, label in enumerate(labels):
        labels[i] = _sign(label)
    return _hinge(lambda label: label)(scores, labels)


TASK = Task(
    id="05.hinge",
    answer_name="hinge_loss",
    kind="function",
    reference=_hinge(_sign),
    probe=probe_loss,
    level=lambda case: len(case[0]) > 1,  # first the formula, then the mean
    cases=lambda rng: [
        [[0.5], [1]],
        [[0.5], [0]],
        [[-2.0], [0]],
        [[3.0], [1]],
        [[-0.25], [0]],
        [[-0.5], [1]],
        [[3.0, -0.5], [1, 1]],
        random_scores(rng, (0, 1)),
        [[0.25, -0.25, 1.5, 0.5], [0, 1, 0, 1]],
    ],
    say=lambda case: f"scores {listed(case[0])}, labels {listed(case[1])}",
    notice=(
        "A label 0 switches its score off: the loss is 1 and the gradient 0, whatever the "
        "network says. With −1 the example can pull."
    ),
    mistakes=(
        Mistake("graph-lost", _hinge_of_numbers).says(
            "The result is no Value, so it has no backward. Numbers taken out with .data "
            "leave the graph behind.",
            "At which point does a Value turn into a number in your function?",
        ),
        Mistake("unsigned-labels", _hinge(lambda label: label)).says(
            "With label 0 the product label · score is 0, whatever the score: an example of "
            "class 0 always costs 1 and has gradient 0, so nothing is learned from it.",
            "The formula 1 − target · score was made for two other targets. Which?",
        ),
        Mistake("label-ignored", _hinge(lambda label: 1)).says(
            "The label has no part in it: every example is treated as one of class 1, and a "
            "score that is right for class 0 is punished.",
            "What should a score of −2 cost whose label is 0, and where does your line read it?",
        ),
        Mistake("class-0-left-out", _hinge(_sign, skips=lambda label: label == 0)).says(
            "The examples of class 0 are left out. They no longer cost 1, but they still "
            "teach nothing: a wrong score for them is free.",
            "What should a score of +5 cost whose label is 0?",
        ),
        Mistake("class-0-without-margin", make_loss(_term_without_margin)).says(
            "An example of class 0 costs just its score. Class 1 has to be right by a margin "
            "of 1; for class 0 yours asks only for the right sign.",
            "What should a score of −0.5 cost whose label is 0? The other class gives the pattern.",
        ),
        Mistake("brackets-missing", make_loss(_term_without_brackets)).says(
            "Brackets are missing: in 1 - 2 * label - 1 * score the score is multiplied by 1 "
            "alone, not by a target, so it pulls the same way for both classes.",
            "Give the target a name in a line of its own, and print it for both labels.",
        ),
        Mistake("squared-error", make_loss(lambda score, label: (score - _sign(label)) ** 2)).says(
            "The targets are right, but that is the squared error: it also punishes scores "
            "that are more than right. The hinge asks for the margin and no more.",
            "What should a score of 3 cost whose label is 1?",
        ),
        Mistake("squared-hinge", make_loss(lambda score, label: _gap(score, label) ** 2)).says(
            "The gaps are squared. In the hinge loss every point inside its margin pulls "
            "with the same strength.",
            "Compare your gap with the one of the broken function: what has come in besides?",
        ),
        Mistake("labels-exchanged", _hinge(lambda label: 1 - 2 * label)).says(
            "Both classes pull now, but the wrong way: label 1 has become −1 and label 0 has "
            "become +1.",
            "Put the labels 0 and 1 into your formula, one after the other.",
        ),
        Mistake("labels-shifted", _hinge(lambda label: label - 1)).says(
            "Label 0 has become −1, but label 1 has become 0: now the other class is switched off.",
            "The two labels are 1 apart, −1 and +1 are 2 apart. Is a shift enough?",
        ),
        Mistake("labels-halved", _hinge(lambda label: label - 0.5)).says(
            "The signs are right, but the targets are −0.5 and +0.5: then a score has to be "
            "2 away from zero until it costs nothing.",
            "How large has a score of the right sign to be so that 1 − target · score is 0?",
        ),
        Mistake("negative-parts-kept", _hinge(_sign, keeps_all=True)).says(
            "Points beyond their margin enter with a negative loss and a slope of their own. "
            "The hinge cuts them off at 0.",
            "What should a score of 3 cost whose label is 1, and what is your gap there?",
        ),
        Mistake("mean-over-pulling", _hinge_of_pulling).says(
            "You divide by the number of points that still cost something. The mean is over "
            "all points.",
            "What should the loss be if one of two points costs 0 and the other 0.6?",
        ),
        Mistake("list-changed", _hinge_changing_labels).says(
            "Your function changes the list that it was given. The loss is right once; in "
            "the second step the labels are no longer 0 and 1.",
            "Where can the −1 be kept, so that the list of the caller stays as it is?",
        ),
    ),
)
