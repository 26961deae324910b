"""08.five-lines: The five lines, in PyTorch."""

from mgrad.check.lesson08.shared import make_model, say_examples
from mgrad.check.probe import FormError, as_lists
from mgrad.check.task import Mistake, Task, some_numbers


def _train(
    reset="before", append="number", once=False, measured="before", move=True, momentum=0.0,
    rate=None, loss=None, recorded=False, adam=False, exchanged=False,
):  # fmt: skip
    """The loop, with one idea changed; by hand, since an optimiser takes seconds to load."""

    def train_torch(model, loss_of, xs, ys, steps, lr):
        import torch

        def measure(predictions, targets):
            of = getattr(torch.nn.functional, loss) if loss else loss_of
            return of(targets, predictions) if exchanged else of(predictions, targets)

        losses, velocities = [], [torch.zeros_like(p) for p in model.parameters()]
        squares = [torch.zeros_like(p) for p in model.parameters()]
        for t in range(1, steps + 1):
            if not (once and losses):
                current = measure(model(xs), ys)
            if measured == "before":
                kept = {"number": current.item(), "tensor": current, "detached": current.detach()}
                losses.append(kept[append])
            if reset == "before":
                model.zero_grad()
            current.backward()
            for p, velocity, square in zip(model.parameters(), velocities, squares):
                velocity.mul_(momentum).add_(p.grad)
                square.mul_(0.999).add_(p.grad**2)
                if adam:  # velocity and square are sums: in a mean the factors 0.1 and 0.001
                    mean = 0.1 * velocity / (1 - 0.9**t)
                    p.data.sub_(lr * mean / ((0.001 * square / (1 - 0.999**t)).sqrt() + 1e-8))
                elif recorded:
                    p -= lr * p.grad
                elif move:
                    p.data.sub_((rate or lr) * velocity)
            if reset == "after":
                model.zero_grad()
            if measured == "after":
                losses.append(measure(model(xs), ys).item())
        return losses

    return train_torch


SAY_SQUARES = "mean of squares of the differences"
SAY_SIZES = "mean of absolute values of the differences"
SAY_LOW = "mean of squares of the differences, twice where a prediction is too low"


def _probe_train(answer, case):
    import torch

    start, xs, ys, steps, rate, name, before = case
    model = make_model(start, len(xs[0]))
    xs, ys = [torch.tensor(rows, dtype=torch.float64) for rows in (xs, ys)]

    def loss_of(predictions, targets):
        size = (predictions - targets).abs()
        return {
            SAY_SQUARES: size**2,
            SAY_SIZES: size,
            SAY_LOW: size**2 * (1 + (predictions < targets)),
        }[name].mean()

    if before:
        loss_of(model(xs), ys).backward()
    try:
        losses = answer(model, loss_of, xs, ys, steps, rate)
    except RuntimeError as error:
        if "a leaf Variable that requires grad" not in str(error):
            raise
        return {"PyTorch refuses": "to record a change of a parameter in the graph"}
    if losses is None:
        return None
    losses = losses if isinstance(losses, torch.Tensor) else as_lists(losses)
    if not isinstance(losses, list | tuple):
        raise FormError(f"Return the list of all losses. This is of type {type(losses).__name__}.")
    tensors = [loss for loss in losses if isinstance(loss, torch.Tensor)]
    graphs = any(loss.requires_grad for loss in tensors)
    kinds = (
        "tensors with their graphs" if graphs else "tensors alone" if tensors else "plain numbers"
    )
    return {
        "the losses": [loss.item() if isinstance(loss, torch.Tensor) else loss for loss in losses],
        "held in the list": kinds,
        "the parameters": [number for p in model.parameters() for number in p.flatten().tolist()],
    }


def _say_train(case):
    start, xs, ys, steps, rate, name, before = case
    model = f"a model with the parameters {say_examples([start])}"
    if before:
        model = f"{model}, which holds gradients of an earlier backward()"
    return (
        f"{model}, the inputs {say_examples(xs)}, the targets {say_examples(ys)}, the {name}, "
        f"lr = {rate:g}, {steps} step{'s' * (steps > 1)}"
    )


def _train_cases(rng):
    start, xs = some_numbers(rng, 13), [some_numbers(rng, 2) for _ in range(3)]
    return [
        [[1.0, 0.0], [[1.0]], [[3.0]], 1, 0.1, SAY_SQUARES, False],
        [[1.0, 0.0], [[1.0]], [[3.0]], 4, 0.1, SAY_SQUARES, False],
        [[0.5, -1.0, 0.2], [[1.0, 0.5], [-0.5, 1.0]], [[1.0], [-1.0]], 3, 0.05, SAY_SIZES, False],
        [start, xs, [[y] for y in some_numbers(rng, 3)], 3, 0.2, SAY_SQUARES, False],
        [[1.0, 0.0], [[1.0]], [[3.0]], 2, 0.05, SAY_LOW, False],
        [[1.0, 0.0], [[1.0]], [[3.0]], 2, 0.1, SAY_SQUARES, True],
    ]


TASK = Task(
    id="08.five-lines",
    answer_name="train_torch",
    kind="function",
    reference=_train(),
    probe=_probe_train,
    cases=_train_cases,
    level=lambda case: int(case[-1]),  # a model that was used before comes last
    say=_say_train,
    imports=("torch", "torch._dynamo"),  # an optimiser needs the second
    seconds=20.0,
    notice=(
        "Five lines, whatever the network, the loss and the data are: this loop trains a line "
        "through two points, and it trains a language model."
    ),
    mistakes=(
        Mistake("reset-forgotten", _train(reset="never")).says(
            "The first step is right. From the second on, the gradients of all steps before "
            "are still in the sum.",
            "What does backward() do with a gradient that is there already?",
        ),
        Mistake("nothing-moves", _train(move=False)).says(
            "The parameters are the same after the training as before. Either nobody moves "
            "them, or there are no gradients at the moment when they are moved.",
            "For each line of the loop: what does it read, and which line has made that?",
        ),
        Mistake("graphs-kept", _train(append="tensor")).says(
            "The training is right. But the list holds tensors, and each of them keeps its whole "
            "graph alive.",
            "How does the dictionary of the lesson take a plain number out of a tensor?",
        ),
        Mistake("tensors-kept", _train(append="detached")).says(
            "The training is right, and the losses have let go of their graphs. But they are "
            "still tensors; asked for are plain numbers.",
            "How does the dictionary of the lesson take a plain number out of a tensor?",
        ),
        Mistake("update-recorded", _train(recorded=True)).says(
            "A parameter is changed while PyTorch records: the update itself would become a part "
            "of the graph, and that is refused.",
            "In which block does the lesson change a parameter by hand?",
        ),
        Mistake("graph-built-once", _train(once=True)).says(
            "The second step fails: it walks the graph of the first one again, whose saved "
            "factors are gone.",
            "Which lines have to be run anew because the parameters have changed?",
        ),
        Mistake("measured-after-the-update", _train(measured="after")).says(
            "Each loss in the list is measured after its update; asked for is the one before.",
            "Where would the loss of the untrained model stand in your list?",
        ),
        Mistake("rate-of-its-own", _train(rate=0.1)).says(
            "The rate 0.1 is right in some of the cases only: here another one was passed.",
            "Which name in the first line of the function holds the rate?",
        ),
        Mistake("loss-of-its-own", _train(loss="mse_loss")).says(
            "The loop measures the mean squared error, whatever loss it is given. Somebody "
            "else wants another one.",
            "Who should decide which loss is measured?",
        ),
        Mistake("loss-arguments-exchanged", _train(exchanged=True)).says(
            "Predictions and targets reach loss_of in each other's place. A square does not "
            "notice; a loss that treats the two differently does.",
            "In which order does the task pass them to loss_of?",
        ),
        Mistake("momentum-for-plain", _train(momentum=0.9)).says(
            "The first step is right. Then the parameters move by more than the gradient of "
            "the moment: they have momentum. Asked for is plain SGD.",
            "What was the optimiser told besides the rate?",
        ),
        Mistake("adam-for-plain", _train(momentum=0.9, adam=True)).says(
            "In the first step each parameter moves by the rate, however large its gradient is: "
            "that is Adam. Asked for is plain SGD.",
            "By how much should a parameter with the gradient 4 move at the rate 0.1?",
        ),
        Mistake("reset-forgotten-and-graphs-kept", _train(reset="never", append="tensor")).says(
            "Two things are wrong. From the second step on, the gradients of all steps before "
            "are still in the sum; and the list holds tensors, each with its whole graph.",
            "What does backward() do with a gradient that is there already?",
        ),
        Mistake("old-gradients-counted", _train(reset="after")).says(
            "For a new model all is right. This one still holds the gradients of an earlier "
            "backward(), and your first step counts them.",
            "At which moment must the gradients be gone, in the first step too?",
        ),
    ),
)
