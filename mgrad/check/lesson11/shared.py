"""What several tasks of lesson 11 share: the steps of Adam, with one idea changed."""

from mgrad.check.probe import FormError, engine_of


class AdamSteps:
    """The memory of Adam, and where each parameter goes; the arguments make the known mistakes."""

    def __init__(
        self,
        correct=(True, True),
        kept="means",
        count="steps",
        powers=True,
        own=True,
        root=0.5,
        fading=(0.9, 0.999),
        corrected_by=None,
        above="mean",
        squares=lambda gradient, mean: gradient * gradient,
    ):
        self.correct, self.kept, self.count = correct, kept, count
        self.powers, self.own, self.root, self.fading = powers, own, root, fading
        self.above, self.squares = above, squares
        self.corrected_by = corrected_by or fading
        self.steps, self.moved = 0, 0
        self.forget()

    def forget(self):
        self.memory = {}

    def direction(self, i, gradient):
        """Where parameter number i goes; ``steps`` counts the step that is being made."""
        self.moved += 1
        t = {"steps": self.steps, "from zero": self.steps - 1, "parameters": self.moved}[self.count]
        t = t if self.powers else 1
        name = i if self.own else "all"
        mean, square = self.memory.get(name, (0.0, 0.0)) if self.kept != "nothing" else (0.0, 0.0)
        slow, slower = self.fading
        mean = slow * mean + (1 - slow) * gradient
        square = slower * square + (1 - slower) * self.squares(gradient, mean)
        self.memory[name] = (mean, square)
        if self.correct[0]:
            mean = mean / (1 - self.corrected_by[0] ** t)
        if self.correct[1]:
            square = square / (1 - self.corrected_by[1] ** t)
        if self.kept == "corrected":
            self.memory[name] = (mean, square)
        self.size = square**self.root + 1e-8
        above = {
            "mean": mean,
            "gradient": gradient,
            "mean alone": mean * self.size,
            "gradient alone": gradient * self.size,
        }[self.above]
        return above / self.size


def values_for(optimiser_class, starts):
    """Parameters on the engine that the answer works with.

    Raises:
        FormError: the class has no ``step``.
    """
    if not hasattr(optimiser_class, "step"):
        raise FormError(f"{optimiser_class.__name__} has no method step, and needs one.")
    engine = engine_of(optimiser_class)
    return [engine(start) for start in starts]
