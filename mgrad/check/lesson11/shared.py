"""What several tasks of lesson 11 share: the steps of Adam, with one idea changed."""

from mgrad.check.probe import FormError, engine_of


class AdamSteps:
    """The memory of Adam, and where each parameter goes; the arguments make the known mistakes."""

    def __init__(
        self, correct=(True, True), kept="means", count="steps", powers=True, own=True, root=0.5
    ):
        self.correct, self.kept, self.count = correct, kept, count
        self.powers, self.own, self.root = powers, own, root
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
        mean, square = self.memory.get(name, (0.0, 0.0))
        mean = 0.9 * mean + 0.1 * gradient
        square = 0.999 * square + 0.001 * gradient * gradient
        self.memory[name] = (mean, square)
        if self.correct[0]:
            mean = mean / (1 - 0.9**t)
        if self.correct[1]:
            square = square / (1 - 0.999**t)
        if self.kept == "corrected":
            self.memory[name] = (mean, square)
        return mean / (square**self.root + 1e-8)


def values_for(optimiser_class, starts):
    """Parameters on the engine that the answer works with.

    Raises:
        FormError: the class has no ``step``.
    """
    if not hasattr(optimiser_class, "step"):
        raise FormError(f"{optimiser_class.__name__} has no method step, and needs one.")
    engine = engine_of(optimiser_class)
    return [engine(start) for start in starts]
