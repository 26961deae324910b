"""Answers to the exercises of lesson 08:

right ones in many styles, wrong ones that nobody foresaw.
"""

import math

import numpy as np

from mgrad import Value, max_margin_loss, mean_squared_error

# -- optimisers ----------------------------------------------------------------------------


class SgdWithADictionary:
    def __init__(self, params, lr, momentum=0):
        self.velocity_of = dict.fromkeys(params, 0)
        self.lr, self.momentum = lr, momentum

    def zero_grad(self):
        for p in self.velocity_of:
            p.grad = 0

    def step(self):
        for p, v in self.velocity_of.items():
            self.velocity_of[p] = v * self.momentum + p.grad
            p.data = p.data - self.velocity_of[p] * self.lr


class SgdWithTheRateInside:
    """The velocity contains the learning rate, which is the same as long as the rate is constant."""

    def __init__(self, parameters, lr, momentum=0.0):
        self.pairs = [[p, 0.0] for p in parameters]
        self.lr, self.momentum = lr, momentum

    def zero_grad(self):
        for pair in self.pairs:
            pair[0].grad = 0.0

    def step(self):
        for pair in self.pairs:
            pair[1] = self.momentum * pair[1] - self.lr * pair[0].grad
            pair[0].data += pair[1]


class SgdWithArrays:
    def __init__(self, parameters, lr, momentum=0.0):
        self.params = tuple(parameters)
        self.v = np.zeros(len(self.params))
        self.settings = lr, momentum

    def zero_grad(self):
        for p in self.params:
            p.grad = np.float64(0.0)

    def step(self):
        lr, momentum = self.settings
        self.v = momentum * self.v + np.array([p.grad for p in self.params])
        for p, move in zip(self.params, lr * self.v):
            p.data = p.data - move


class SgdWithTwoBranches:
    def __init__(self, parameters, lr, momentum=0.0):
        self.parameters, self.lr, self.momentum, self.velocities = [*parameters], lr, momentum, None

    def zero_grad(self):
        [setattr(p, "grad", 0.0) for p in self.parameters]

    def step(self):
        gradients = [p.grad for p in self.parameters]
        if self.velocities is None:
            self.velocities = gradients
        else:
            self.velocities = [self.momentum * v + g for v, g in zip(self.velocities, gradients)]
        for k in range(len(self.parameters)):
            self.parameters[k].data -= self.lr * self.velocities[k]


class AdamWithADictionary:
    def __init__(self, params, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
        self.state = {p: [0.0, 0.0, 0] for p in params}  # each parameter has its own count
        self.lr, (self.b1, self.b2), self.eps = lr, betas, eps

    def zero_grad(self):
        for p in self.state:
            p.grad = 0.0

    def step(self):
        for p, state in self.state.items():
            m, v, t = state
            m, v, t = (
                self.b1 * m + (1 - self.b1) * p.grad,
                self.b2 * v + (1 - self.b2) * p.grad * p.grad,
                t + 1,
            )
            state[:] = m, v, t
            p.data -= self.lr * (m / (1 - self.b1**t)) / ((v / (1 - self.b2**t)) ** 0.5 + self.eps)


class AdamWithArrays:
    def __init__(self, parameters, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
        self.p = list(parameters)
        self.m = self.v = np.zeros(len(self.p))
        self.t, self.lr, self.betas, self.eps = 1, lr, np.array(betas), eps

    def zero_grad(self):
        for p in self.p:
            p.grad *= 0

    def step(self):
        g = np.array([p.grad for p in self.p])
        one, two = self.betas
        self.m, self.v = self.m + (1 - one) * (g - self.m), self.v + (1 - two) * (g * g - self.v)
        moves = (
            self.lr * self.m / (1 - one**self.t) / (np.sqrt(self.v / (1 - two**self.t)) + self.eps)
        )
        self.t += 1
        for p, move in zip(self.p, moves):
            p.data -= move


class AdamWithRunningProducts:
    """The powers of the betas are kept as products, and the corrections are moved into the rate."""

    def __init__(self, parameters, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
        self.rows = [{"p": p, "m": 0.0, "v": 0.0} for p in parameters]
        self.lr, self.betas, self.eps, self.powers = lr, betas, eps, [1.0, 1.0]

    def zero_grad(self):
        for row in self.rows:
            row["p"].grad = 0.0

    def step(self):
        b1, b2 = self.betas
        self.powers = [power * beta for power, beta in zip(self.powers, self.betas)]
        scale = math.sqrt(1 - self.powers[1])
        for row in self.rows:
            row["m"] = b1 * row["m"] + (1 - b1) * row["p"].grad
            row["v"] = b2 * row["v"] + (1 - b2) * row["p"].grad ** 2
            row["p"].data -= (
                self.lr
                * scale
                / (1 - self.powers[0])
                * row["m"]
                / (math.sqrt(row["v"]) + self.eps * scale)
            )


class SgdOfNesterov(SgdWithADictionary):
    def step(self):
        for p, v in self.velocity_of.items():
            self.velocity_of[p] = v * self.momentum + p.grad
            p.data -= self.lr * (p.grad + self.momentum * self.velocity_of[p])


class SgdOfTheFirstParameter(SgdWithTwoBranches):
    def step(self):
        self.parameters[0].data -= self.lr * self.parameters[0].grad


class SgdBySign(SgdWithTwoBranches):
    def step(self):
        for p in self.parameters:
            p.data -= self.lr * math.copysign(1.0, p.grad)


class SgdThatResetsData(SgdWithADictionary):
    def zero_grad(self):
        for p in self.velocity_of:
            p.data = 0.0


class AdamWithoutBetas(AdamWithADictionary):
    def __init__(self, params, lr=0.001, eps=1e-8):
        super().__init__(params, lr, (0.9, 0.999), eps)


class AdamWithBetasForNothing(AdamWithArrays):
    def __init__(self, parameters, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
        super().__init__(parameters, lr, eps=eps)


class AdamWithAnyOptions(AdamWithRunningProducts):
    """Takes what it is given, and uses the rate alone."""

    def __init__(self, parameters, lr=0.001, **options):
        super().__init__(parameters, lr)


class AdamWithEpsForNothing(AdamWithADictionary):
    def __init__(self, params, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
        super().__init__(params, lr, betas)


class AdamThatRenames(AdamWithADictionary):
    def step(self):
        for p, state in self.state.items():
            state[2] += 1
            p = Value(p.data - self.lr * p.grad / (abs(p.grad) + self.eps))  # noqa: F841, PLW2901


class AdamWithoutMeans(AdamWithADictionary):
    def step(self):
        for p, state in self.state.items():
            state[1] = self.b2 * state[1] + (1 - self.b2) * p.grad**2
            p.data -= self.lr * p.grad / (math.sqrt(state[1]) + self.eps)


class AdamOfAGenerator:
    """One generator for each parameter remembers its means and its step."""

    def __init__(self, parameters, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
        self.parameters = [*parameters]
        self.walkers = [self._walk(p, lr, *betas, eps) for p in self.parameters]

    @staticmethod
    def _walk(p, lr, b1, b2, eps, m=0.0, v=0.0, t=0):
        while t := t + 1:
            m, v = b1 * m + (1 - b1) * p.grad, b2 * v + (1 - b2) * p.grad**2
            p.data -= lr * m / (1 - b1**t) / ((v / (1 - b2**t)) ** 0.5 + eps)
            yield

    def zero_grad(self):
        for p in self.parameters:
            p.grad = 0

    def step(self):
        for walker in self.walkers:
            next(walker)


class AdamFromAllGradients:
    """Keeps every gradient, and sums up anew in each step."""

    def __init__(self, parameters, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
        self.history, self.settings = [(p, []) for p in parameters], (lr, betas, eps)

    def zero_grad(self):
        for p, _ in self.history:
            p.grad = 0.0

    def step(self):
        lr, betas, eps = self.settings

        def mean(numbers, beta):
            weights = [beta**age for age in range(len(numbers))][::-1]
            return sum(w * x for w, x in zip(weights, numbers)) / sum(weights)

        for p, gradients in self.history:
            gradients.append(p.grad)
            spread = mean([g * g for g in gradients], betas[1])
            p.data -= lr * mean(gradients, betas[0]) / (math.sqrt(spread) + eps)


class SgdOfAListTimesANumber(SgdWithTwoBranches):
    """Takes the momentum, and multiplies the list of velocities by it."""

    def step(self):
        if self.momentum == 0:
            return super().step()
        self.velocities = getattr(self, "velocities", None) or [0.0] * len(self.parameters)
        self.velocities = self.velocities * self.momentum


class AdamBySign:
    def __init__(self, parameters, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
        self.parameters, self.lr = list(parameters), lr

    def zero_grad(self):
        for p in self.parameters:
            p.grad = 0.0

    def step(self):
        for p in self.parameters:
            p.data -= self.lr * math.copysign(1.0, p.grad)


class AdamWithoutReset(AdamWithADictionary):
    def zero_grad(self):
        pass


class AdamOfTheLargestSquare(AdamWithADictionary):
    def step(self):
        for p, state in self.state.items():
            m, v, t = state
            m, v, t = self.b1 * m + (1 - self.b1) * p.grad, max(v, p.grad**2), t + 1
            state[:] = m, v, t
            p.data -= self.lr * (m / (1 - self.b1**t)) / (math.sqrt(v) + self.eps)


# -- the training loop ---------------------------------------------------------------------


def train_with_the_model_s_reset(model, make_optimiser, inputs, targets, steps):
    losses, optimiser = [], make_optimiser(model.parameters())
    while len(losses) < steps:
        model.zero_grad()
        loss = mean_squared_error(list(map(model, inputs)), targets)
        loss.backward()
        optimiser.step()
        losses += [float(loss)]
    return losses


def train_with_a_reset_at_the_end(model, make_optimiser, xs, ys, n):
    o = make_optimiser(p for p in model.parameters())
    o.zero_grad()

    def one_step():
        loss = sum((model(x) - y) ** 2 for x, y in zip(xs, ys)) / len(xs)
        loss.backward()
        o.step()
        o.zero_grad()
        return loss.data

    return tuple(one_step() for _ in range(n))


def train_and_measure_afterwards(model, make_optimiser, inputs, targets, steps):
    optimiser, losses = make_optimiser(model.parameters()), []
    for _ in range(steps):
        optimiser.zero_grad()
        mean_squared_error([model(x) for x in inputs], targets).backward()
        optimiser.step()
        losses.append(mean_squared_error([model(x) for x in inputs], targets).data)
    return losses


def train_one_step_less(model, make_optimiser, inputs, targets, steps):
    return train_with_the_model_s_reset(model, make_optimiser, inputs, targets, steps - 1)


def train_on_another_loss(model, make_optimiser, inputs, targets, steps):
    optimiser, losses = make_optimiser(model.parameters()), []
    for _ in range(steps):
        optimiser.zero_grad()
        loss = max_margin_loss([model(x) for x in inputs], [1 if y > 0 else -1 for y in targets])
        loss.backward()
        optimiser.step()
        losses.append(loss.data)
    return losses


def train_on_one_graph(model, make_optimiser, inputs, targets, steps):
    optimiser, losses = make_optimiser(model.parameters()), []
    loss = mean_squared_error([model(x) for x in inputs], targets)
    for _ in range(steps):
        losses.append(loss.data)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return losses


# -- copying -------------------------------------------------------------------------------


def copy_with_new_values(layer, linear):
    linear.weight = [[Value(w.data) for w in neuron.w] for neuron in layer.neurons]
    linear.bias = [Value(neuron.b.data) for neuron in layer.neurons]


def copy_with_zip(layer, linear):
    for neuron, row, b in zip(layer.neurons, linear.weight, linear.bias):
        for theirs, ours in zip(row, neuron.w):
            theirs.data = ours.data
        b.data = neuron.b.data


def copy_from_the_list_of_parameters(layer, linear):
    numbers = iter([p.data for p in layer.parameters()])
    for i in range(len(linear.weight)):
        for p in [*linear.weight[i], linear.bias[i]]:
            p.data = next(numbers)


def copy_of_a_flat_list(layer, linear):
    numbers = iter([p.data for p in layer.parameters()])
    for p in [p for row in linear.weight for p in row] + linear.bias:
        p.data = next(numbers)


def copy_of_the_last_neuron(layer, linear):
    for row in linear.weight:
        for p, w in zip(row, layer.neurons[-1].w):
            p.data = w.data
    for b in linear.bias:
        b.data = layer.neurons[-1].b.data


def copy_turned_around(layer, linear):
    for row, neuron, b in zip(linear.weight, reversed(layer.neurons), linear.bias):
        for p, w in zip(row, neuron.w):
            p.data = w.data
        b.data = neuron.b.data


def copy_nothing(layer, linear):
    return linear


class SgdThatForgets(SgdWithTwoBranches):
    def zero_grad(self):
        super().zero_grad()
        self.velocities = None


class SgdInAnotherOrder(SgdWithTwoBranches):
    def __init__(self, parameters, momentum=0.0, lr=0.01):
        super().__init__(parameters, lr, momentum)


class AdamThatForgets(AdamWithADictionary):
    def zero_grad(self):
        super().zero_grad()
        self.state = {p: [0.0, 0.0, 0] for p in self.state}


class AdamWithAnotherDefault(AdamWithADictionary):
    def __init__(self, params, lr=0.01, betas=(0.9, 0.999), eps=1e-8):
        super().__init__(params, lr, betas, eps)


class AdamWithBetasApart(AdamWithADictionary):
    def __init__(self, params, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
        super().__init__(params, lr, (beta1, beta2), eps)


def copy_of_new_nodes(layer, linear):
    linear.weight = [[w + 0.0 for w in neuron.w] for neuron in layer.neurons]
    linear.bias = [neuron.b + 0.0 for neuron in layer.neurons]


def copy_that_adds(layer, linear):
    for neuron, row, b in zip(layer.neurons, linear.weight, linear.bias):
        for theirs, ours in zip(row, neuron.w):
            theirs.data += ours.data
        b.data += neuron.b.data


# -- PyTorch, where it is there ------------------------------------------------------------


def train_torch_with_the_reset_of_the_model(model, loss_of, xs, ys, steps, lr):
    import torch

    optimiser, losses = torch.optim.SGD(model.parameters(), lr), []
    while len(losses) < steps:
        model.zero_grad()
        loss = loss_of(model(xs), ys)
        loss.backward()
        optimiser.step()
        losses += [float(loss.detach())]
    return losses


def train_torch_by_hand(model, loss_of, xs, ys, steps, lr):
    import torch

    def one_step():
        for p in model.parameters():
            p.grad = None
        loss = loss_of(model(xs), ys)
        loss.backward()
        with torch.no_grad():
            for p in model.parameters():
                p -= lr * p.grad
        return loss.item()

    return tuple(one_step() for _ in range(steps))


def train_torch_into_an_array(model, loss_of, xs, ys, steps, lr):
    return np.array(train_torch_by_hand(model, loss_of, xs, ys, steps, lr))


def train_torch_with_autograd_grad(model, loss_of, xs, ys, steps, lr):
    import torch

    parameters, losses = list(model.parameters()), []
    for _ in range(steps):
        loss = loss_of(model(xs), ys)
        losses.append(loss.detach().numpy().item())
        for p, gradient in zip(parameters, torch.autograd.grad(loss, parameters)):
            p.data.add_(gradient, alpha=-lr)
    return losses


def train_torch_one_step_less(model, loss_of, xs, ys, steps, lr):
    return train_torch_by_hand(model, loss_of, xs, ys, steps - 1, lr)


def train_torch_with_adam(model, loss_of, xs, ys, steps, lr):
    import torch

    optimiser, losses = torch.optim.Adam(model.parameters(), lr), []
    for _ in range(steps):
        loss = loss_of(model(xs), ys)
        losses.append(loss.item())
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return losses


def train_torch_on_the_sum(model, loss_of, xs, ys, steps, lr):
    return train_torch_by_hand(model, lambda p, y: len(y) * loss_of(p, y), xs, ys, steps, lr * 2)


def train_torch_without_a_list(model, loss_of, xs, ys, steps, lr):
    return train_torch_by_hand(model, loss_of, xs, ys, steps, lr)[-1]


def update_with_sub(parameters, lr):
    import torch

    with torch.no_grad():
        for p in parameters:
            if p.grad is not None:
                p.sub_(lr * p.grad)


def update_the_data(parameters, lr):
    for p in parameters:
        p.data -= lr * (0 if p.grad is None else p.grad)


def update_with_copy_in_a_decorated_function(parameters, lr):
    import torch

    @torch.no_grad()
    def move(p):
        p.copy_(p - lr * p.grad)

    list(map(move, filter(lambda p: p.grad is not None, parameters)))


def update_by_sign(parameters, lr):
    import torch

    with torch.no_grad():
        for p in parameters:
            if p.grad is not None:
                p -= lr * p.grad.sign()


def update_the_first(parameters, lr):
    import torch

    with torch.no_grad():
        p = next(iter(parameters))
        p -= lr * p.grad


def update_the_gradient(parameters, lr):
    for p in parameters:
        if p.grad is not None:
            p.grad -= lr * p.data


def update_with_the_gradient_zeroed(parameters, lr):
    update_with_sub(parameters := list(parameters), lr)
    for p in parameters:
        if p.grad is not None:
            p.grad.zero_()


RIGHT = [
    ("08.dictionary", "small letters with blanks", "d b f g e c a"),
    ("08.dictionary", "a list", ["D", "B", "F", "G", "E", "C", "A"]),
    ("08.float32", "in another order", "HFECA"),
    ("08.float32", "a tuple of small letters", ("a", "c", "e", "f", "h")),
    ("08.float32", "a set", {"A", "C", "E", "F", "H"}),
    ("08.twice", "floats, and the name of the error", (8.0, "RuntimeError", 22.0, 4.0, 2.0)),
    ("08.twice", "NumPy numbers", [np.int64(8), "Error", np.float64(22), 4, np.float32(2)]),
    ("08.sgd", "a dictionary of velocities", SgdWithADictionary),
    ("08.sgd", "the rate inside the velocity", SgdWithTheRateInside),
    ("08.sgd", "arrays", SgdWithArrays),
    ("08.sgd", "the first step in a branch of its own", SgdWithTwoBranches),
    ("08.loop", "the reset of the model, a while loop", train_with_the_model_s_reset),
    ("08.loop", "the reset at the end, a tuple", train_with_a_reset_at_the_end),
    ("08.copy", "new Values, whole rows", copy_with_new_values),
    ("08.copy", "zip", copy_with_zip),
    ("08.copy", "from parameters()", copy_from_the_list_of_parameters),
    ("08.five-lines", "the reset of the model", train_torch_with_the_reset_of_the_model),
    ("08.five-lines", "by hand, a tuple", train_torch_by_hand),
    ("08.five-lines", "the losses as an array", train_torch_into_an_array),
    ("08.five-lines", "autograd.grad", train_torch_with_autograd_grad),
    ("08.no_grad", "sub_", update_with_sub),
    ("08.no_grad", "data", update_the_data),
    ("08.no_grad", "a decorator, copy_", update_with_copy_in_a_decorated_function),
    ("08.adam", "a dictionary, a count for each parameter", AdamWithADictionary),
    ("08.adam", "arrays", AdamWithArrays),
    ("08.adam", "running products, corrections in the rate", AdamWithRunningProducts),
    ("08.adam", "a generator for each parameter", AdamOfAGenerator),
    ("08.adam", "weighted means of all gradients so far", AdamFromAllGradients),
]


def train_with_one_optimiser_for_ever(model, make_optimiser, inputs, targets, steps, kept=[]):  # noqa: B006
    kept.append(make_optimiser(model.parameters()))
    losses = []
    for _ in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        kept[0].zero_grad()
        loss.backward()
        kept[0].step()
    return losses


def train_torch_against_the_predictions(model, loss_of, xs, ys, steps, lr):
    return train_torch_by_hand(model, lambda p, y: loss_of(y, p), xs, ys, steps, lr)


WRONG = [
    ("08.loop", "one optimiser for ever", train_with_one_optimiser_for_ever, "gradient-erased"),
    (
        "08.five-lines",
        "predictions and targets exchanged",
        train_torch_against_the_predictions,
        "loss-arguments-exchanged",
    ),
    ("08.dictionary", "the first seven in order", "ABCDEFG"),
    ("08.dictionary", "too few", "DBF"),
    ("08.dictionary", "an unknown letter", "DBFGECZ"),
    ("08.float32", "all of them", "ABCDEFGH"),
    ("08.float32", "none of them", ""),
    ("08.float32", "the third that never ends", "ACDEFH"),
    ("08.float32", "a number", 5),
    ("08.twice", "an entry missing", [8, "error", 22, 4]),
    ("08.twice", "everything an error", ["error"] * 5),
    ("08.twice", "one number", 8),
    ("08.sgd", "Nesterov", SgdOfNesterov),
    ("08.sgd", "only the first parameter", SgdOfTheFirstParameter),
    ("08.sgd", "the sign of the gradient", SgdBySign),
    ("08.sgd", "zero_grad clears the data", SgdThatResetsData),
    ("08.loop", "measured after the update", train_and_measure_afterwards),
    ("08.loop", "one step less", train_one_step_less),
    ("08.loop", "another loss", train_on_another_loss),
    ("08.loop", "one graph for all steps", train_on_one_graph),
    ("08.copy", "one flat list", copy_of_a_flat_list),
    ("08.copy", "the last neuron everywhere", copy_of_the_last_neuron),
    ("08.copy", "neurons in reverse", copy_turned_around),
    ("08.copy", "nothing", copy_nothing),
    ("08.five-lines", "one step less", train_torch_one_step_less),
    ("08.five-lines", "Adam", train_torch_with_adam),
    ("08.five-lines", "the sum of the losses", train_torch_on_the_sum),
    ("08.five-lines", "the last loss only", train_torch_without_a_list),
    ("08.no_grad", "the sign of the gradient", update_by_sign),
    ("08.no_grad", "the first parameter only", update_the_first),
    ("08.no_grad", "the gradient is moved", update_the_gradient),
    ("08.no_grad", "the gradients are zeroed", update_with_the_gradient_zeroed),
    ("08.adam", "SGD", SgdWithADictionary),
    ("08.adam", "the sign of the gradient", AdamBySign),
    ("08.adam", "zero_grad does nothing", AdamWithoutReset),
    ("08.adam", "the largest square", AdamOfTheLargestSquare),
    ("08.sgd", "zero_grad clears the velocities", SgdThatForgets),
    ("08.sgd", "rate and momentum exchanged", SgdInAnotherOrder),
    ("08.adam", "zero_grad clears the means", AdamThatForgets),
    ("08.adam", "another default rate", AdamWithAnotherDefault),
    ("08.adam", "betas as two arguments", AdamWithBetasApart, "without-betas"),
    ("08.adam", "no betas", AdamWithoutBetas, "without-betas"),
    ("08.adam", "a new name for each parameter", AdamThatRenames, "nothing-moves"),
    ("08.adam", "betas that are not used", AdamWithBetasForNothing, "betas-ignored"),
    ("08.adam", "an eps that is not used", AdamWithEpsForNothing, "eps-ignored"),
    ("08.adam", "options that are not used", AdamWithAnyOptions, "eps-ignored"),
    ("08.adam", "no mean of the gradients", AdamWithoutMeans, "one-mean-corrected"),
    ("08.sgd", "a list times a number", SgdOfAListTimesANumber, None),
    ("08.copy", "new nodes on the layer's", copy_of_new_nodes),
    ("08.copy", "added to what is there", copy_that_adds),
    ("08.twice", "12 in row 1", [12, "error", 22, 4, 2]),
    ("08.twice", "numbers as texts", ["8", "error", "22", "4", "2"]),
    ("08.dictionary", "an unforeseen line", "DBFGDCA"),
]
