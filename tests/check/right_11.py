"""Right and wrong answers to the exercises of lesson 11, in the styles that students use."""

import math

import numpy as np

# -- right -------------------------------------------------------------------------------------


def momentum_with_a_loop(numbers, gradients, velocities, rate, momentum):
    moved, kept = [], []
    for i in range(len(numbers)):
        v = velocities[i] * momentum + gradients[i]
        kept.append(v)
        moved.append(numbers[i] - v * rate)
    return moved, kept


def momentum_with_arrays(numbers, gradients, velocities, rate, momentum):
    v = momentum * np.array(velocities) + np.array(gradients)
    return [np.array(numbers) - rate * v, v]


def momentum_on_copies(numbers, gradients, velocities, rate, momentum):
    numbers, velocities = list(numbers), list(velocities)
    for i, g in enumerate(gradients):
        velocities[i] *= momentum
        velocities[i] += g
        numbers[i] -= rate * velocities[i]
    return numbers, velocities


class AdamWithDictionaries:
    def __init__(self, parameters, rate):
        self.parameters = list(parameters)
        self.rate = rate
        self.m, self.s, self.t = {}, {}, 0

    def zero_grad(self):
        for p in self.parameters:
            p.grad = 0

    def step(self):
        self.t += 1
        for p in self.parameters:
            key = id(p)
            self.m[key] = 0.9 * self.m.get(key, 0) + (1 - 0.9) * p.grad
            self.s[key] = 0.999 * self.s.get(key, 0) + (1 - 0.999) * p.grad**2
            m_hat = self.m[key] / (1 - 0.9**self.t)
            s_hat = self.s[key] / (1 - 0.999**self.t)
            p.data -= self.rate * m_hat / (s_hat**0.5 + 1e-8)


class AdamWithShrinkingPowers:
    def __init__(self, parameters, rate):
        self.parameters, self.rate = parameters, rate
        self.means = [0.0 for _ in parameters]
        self.squares = [0.0 for _ in parameters]
        self.left = [1.0, 1.0]

    def zero_grad(self):
        for p in self.parameters:
            p.grad = 0.0

    def step(self):
        self.left = [0.9 * self.left[0], 0.999 * self.left[1]]
        for i, p in enumerate(self.parameters):
            self.means[i] += 0.1 * (p.grad - self.means[i])
            self.squares[i] += 0.001 * (p.grad * p.grad - self.squares[i])
            size = (self.squares[i] / (1 - self.left[1])) ** 0.5
            p.data = p.data - self.rate * self.means[i] / (1 - self.left[0]) / (size + 1e-8)


def rate_with_parts(step, start, end, steps, warm_up):
    if step < warm_up:
        part = start / (warm_up + 1)
        return part * (step + 1)
    part = (start - end) / (steps - warm_up - 1)
    return start - part * (step - warm_up)


def rate_from_numpy(step, start, end, steps, warm_up):
    climb = np.linspace(0, start, warm_up + 2)[1:-1]
    return np.concatenate([climb, np.linspace(start, end, steps - warm_up)])[step]


def rate_from_package(step, start, end, steps, warm_up):
    from mgrad import linear_schedule

    if step < warm_up:
        return start * (step + 1) / (warm_up + 1)
    return linear_schedule(start, end, steps - warm_up)(step - warm_up)


def shares_with_loops(outputs, limit):
    flat = [[abs(y) > limit for y in row] for row in outputs]
    columns = list(zip(*flat))
    saturated = sum(map(sum, flat)) / (len(flat) * len(flat[0]))
    return saturated, sum(all(column) for column in columns) / len(columns)


def shares_with_minimum(outputs, limit):
    sizes = np.abs(outputs)
    return [np.mean(sizes > limit), np.mean(sizes.min(axis=0) > limit)]


def shares_turned(outputs, limit):
    flat = np.logical_or(outputs > limit, outputs < -limit)
    return np.count_nonzero(flat) / flat.size, sum(unit.all() for unit in flat.T) / len(flat.T)


def ratio_of_the_update(weights, gradients, rate):
    update = -rate * gradients
    return np.std(update) / np.std(weights)


def ratio_by_hand(weights, gradients, rate):
    def size(table):
        numbers = table.ravel()
        mean = sum(numbers) / len(numbers)
        return (sum((x - mean) ** 2 for x in numbers) / len(numbers)) ** 0.5

    return rate * size(gradients) / size(weights)


def fitted_in_steps(weights, inputs):
    sums = np.dot(inputs, weights)
    factor = 1 / np.std(sums)
    return (factor * weights).tolist()


def fitted_on_a_copy(weights, inputs):
    new = weights.copy()
    new /= np.sqrt(np.var(inputs @ new))
    return new


def normalised_row_by_row(rows, epsilon):
    made = []
    for row in rows:
        size = (sum(x * x for x in row) / len(row) + epsilon) ** 0.5
        made.append([x / size for x in row])
    return made


def normalised_turned(rows, epsilon):
    return (rows.T / np.sqrt(np.mean(rows**2, axis=1) + epsilon)).T


def normalised_by_the_engine(rows, epsilon):
    from mgrad import Tensor

    return Tensor(rows).rms_norm(epsilon).data


class AdamWWithShrinking:
    def __init__(self, rate, decay):
        self.rate, self.decay = rate, decay
        self.means = self.squares = None
        self.count = 0

    def step(self, parameters):
        parameters = list(parameters)
        if self.means is None:
            self.means, self.squares = [0.0] * len(parameters), [0.0] * len(parameters)
        self.count += 1
        for i, p in enumerate(parameters):
            g = p.grad
            self.means[i] = 0.9 * self.means[i] + 0.1 * g
            self.squares[i] = 0.999 * self.squares[i] + 0.001 * g**2
            m = self.means[i] / (1 - 0.9**self.count)
            s = self.squares[i] / (1 - 0.999**self.count)
            p.data = p.data * (1 - self.rate * self.decay) - self.rate * m / (s**0.5 + 1e-8)


class AdamWFromThePackage:
    def __init__(self, rate, decay):
        from mgrad import Adam

        self.adam, self.rate, self.decay = Adam(rate), rate, decay

    def step(self, parameters):
        for p in parameters:
            p.data = p.data - self.rate * self.decay * p.data
        self.adam.step(parameters)


def momentum_as_one_array(numbers, gradients, velocities, rate, momentum):
    velocities = momentum * np.array(velocities) + gradients
    return np.array([numbers - rate * velocities, velocities])


def shares_as_an_array(outputs, limit):
    size = np.abs(outputs)
    return np.array([(size > limit).mean(), (size.min(axis=0) > limit).mean()])


RIGHT = [
    ("11.velocity", "a tuple, rounding of floats", (0.6, 0.0, 0.1, 0.15000000000000002)),
    ("11.velocity", "an array", np.array([0.6, 0, 0.1, 0.15])),
    ("11.momentum", "a loop", momentum_with_a_loop),
    ("11.momentum", "one array", momentum_as_one_array),
    ("11.shares", "an array", shares_as_an_array),
    ("11.momentum", "arrays, a list", momentum_with_arrays),
    ("11.momentum", "copies changed in place", momentum_on_copies),
    ("11.first-step", "a tuple", (-0.01, -0.01, 0.01)),
    ("11.first-step", "epsilon counted", [-0.01, -0.0099999, 0.01]),
    ("11.adam", "dictionaries by identity", AdamWithDictionaries),
    ("11.adam", "powers that shrink from step to step", AdamWithShrinkingPowers),
    ("11.schedule", "parts", rate_with_parts),
    ("11.schedule", "linspace", rate_from_numpy),
    ("11.schedule", "the package's fall", rate_from_package),
    ("11.shares", "loops", shares_with_loops),
    ("11.shares", "the smallest of a column, a list", shares_with_minimum),
    ("11.shares", "both sides by name, transposed", shares_turned),
    ("11.ratio", "the update first", ratio_of_the_update),
    ("11.ratio", "by hand", ratio_by_hand),
    ("11.diagnose", "small letters with spaces", "s l h d r h"),
    ("11.diagnose", "a list", ["S", "L", "H", "D", "R", "H"]),
    ("11.start", "in steps, nested lists", fitted_in_steps),
    ("11.start", "a copy, the root of the variance", fitted_on_a_copy),
    ("11.normalise", "row by row", normalised_row_by_row),
    ("11.normalise", "transposed", normalised_turned),
    ("11.normalise", "the engine's own", normalised_by_the_engine),
    ("11.adamw", "shrink first, then Adam", AdamWWithShrinking),
    ("11.adamw", "the package's Adam and a pull", AdamWFromThePackage),
]

# -- wrong, and not among the named mistakes ---------------------------------------------------


def momentum_in_place(numbers, gradients, velocities, rate, momentum):
    for i, g in enumerate(gradients):
        velocities[i] = momentum * velocities[i] + g
        numbers[i] -= rate * velocities[i]
    return numbers, velocities


def momentum_numbers_only(numbers, gradients, velocities, rate, momentum):
    return momentum_with_a_loop(numbers, gradients, velocities, rate, momentum)[0]


def momentum_looks_ahead(numbers, gradients, velocities, rate, momentum):
    _, kept = momentum_with_a_loop(numbers, gradients, velocities, rate, momentum)
    ahead = [momentum * v + g for v, g in zip(kept, gradients)]
    return [p - rate * v for p, v in zip(numbers, ahead)], kept


class AdamByTheLargest(AdamWithDictionaries):
    def step(self):
        for p in self.parameters:
            p.data -= self.rate * p.grad / (max(abs(q.grad) for q in self.parameters) + 1e-8)


class AdamWithoutEpsilon(AdamWithDictionaries):
    def step(self):
        self.t += 1
        for p in self.parameters:
            m = self.m[id(p)] = 0.9 * self.m.get(id(p), 0) + 0.1 * p.grad
            s = self.s[id(p)] = 0.999 * self.s.get(id(p), 0) + 0.001 * p.grad**2
            p.data -= self.rate * m / (1 - 0.9**self.t) / (s / (1 - 0.999**self.t)) ** 0.5


class AdamWithoutZeroGrad:
    def __init__(self, parameters, rate):
        self.adam = AdamWithDictionaries(parameters, rate)

    def step(self):
        self.adam.step()


class AdamWithSwappedBetas(AdamWithDictionaries):
    def step(self):
        self.t += 1
        for p in self.parameters:
            self.m[id(p)] = 0.999 * self.m.get(id(p), 0) + 0.001 * p.grad
            self.s[id(p)] = 0.9 * self.s.get(id(p), 0) + 0.1 * p.grad**2
            size = (self.s[id(p)] / (1 - 0.9**self.t)) ** 0.5
            p.data -= self.rate * self.m[id(p)] / (1 - 0.999**self.t) / (size + 1e-8)


def rate_constant(step, start, end, steps, warm_up):
    return start


def rate_upside_down(step, start, end, steps, warm_up):
    return rate_with_parts(steps - 1 - step, start, end, steps, warm_up)


def shares_exchanged(outputs, limit):
    return shares_with_loops(outputs, limit)[::-1]


def shares_below(outputs, limit):
    flat = abs(outputs) < limit
    return flat.mean(), flat.all(axis=0).mean()


def ratio_of_lengths_per_row(weights, gradients, rate):
    return rate * gradients.std(axis=0) / weights.std(axis=0)


def ratio_in_thousandths(weights, gradients, rate):
    return 1000 * ratio_of_the_update(weights, gradients, rate)


def fitted_without_the_mean(weights, inputs):
    sums = inputs @ weights
    return weights / np.sqrt((sums**2).mean())


def fitted_in_place(weights, inputs):
    weights /= (inputs @ weights).std()
    return weights


def normalised_by_the_largest(rows, epsilon):
    return rows / (abs(rows).max(axis=1, keepdims=True) + epsilon)


def normalised_in_place(rows, epsilon):
    rows /= np.sqrt((rows**2).mean(axis=1, keepdims=True) + epsilon)
    return rows


class AdamWThatForgets:
    def __init__(self, rate, decay):
        self.rate, self.decay = rate, decay

    def step(self, parameters):
        AdamWWithShrinking(self.rate, self.decay).step(parameters)


class AdamWWithGradientDescent(AdamWThatForgets):
    def step(self, parameters):
        for p in parameters:
            p.data -= self.rate * (p.grad + self.decay * p.data)


def momentum_with_the_rate_inside(numbers, gradients, velocities, rate, momentum):
    velocities = [momentum * v + rate * g for v, g in zip(velocities, gradients)]
    return [p - v for p, v in zip(numbers, velocities)], velocities


class AdamWWithMath:
    def __init__(self, rate, decay):
        self.rate, self.decay, self.memory, self.t = rate, decay, {}, 0

    def step(self, parameters):
        self.t += 1
        for i, p in enumerate(parameters):
            m, s = self.memory.get(i, (0.0, 0.0))
            m, s = 0.9 * m + 0.1 * p.grad, 0.999 * s + 0.001 * p.grad**2
            self.memory[i] = m, s
            size = math.sqrt(s / (1 - 0.999**self.t)) + 1e-8
            p.data -= self.rate * (m / (1 - 0.9**self.t) / size + self.decay * p.data)


WRONG = [
    ("11.velocity", "the start first", [1, 0.6, 0.0, 0.1], "one-step-late"),
    ("11.momentum", "the rate inside", momentum_with_the_rate_inside, "rate-in-the-velocity"),
    ("11.adamw", "the root of math", AdamWWithMath, "numbers-only"),
    ("11.velocity", "the start too", [1.0, 0.6, 0.0, 0.1, 0.15]),
    ("11.velocity", "the last one only", 0.15),
    ("11.momentum", "in place", momentum_in_place),
    ("11.momentum", "one list", momentum_numbers_only),
    ("11.momentum", "a look ahead", momentum_looks_ahead),
    ("11.first-step", "a third sign", [-0.01, 0.01, 0.01]),
    ("11.adam", "the largest gradient", AdamByTheLargest),
    ("11.adam", "no epsilon", AdamWithoutEpsilon),
    ("11.adam", "no zero_grad", AdamWithoutZeroGrad),
    ("11.adam", "the two rates of fading exchanged", AdamWithSwappedBetas),
    ("11.schedule", "always start", rate_constant),
    ("11.schedule", "from the end", rate_upside_down),
    ("11.shares", "exchanged", shares_exchanged),
    ("11.shares", "below the limit", shares_below),
    ("11.ratio", "one for each column", ratio_of_lengths_per_row),
    ("11.ratio", "in thousandths", ratio_in_thousandths),
    ("11.diagnose", "all healthy", "HHHHHH"),
    ("11.diagnose", "five letters", "SLHDR"),
    ("11.start", "the root of the mean square", fitted_without_the_mean),
    ("11.start", "in place", fitted_in_place),
    ("11.normalise", "the largest of a row", normalised_by_the_largest),
    ("11.normalise", "in place", normalised_in_place),
    ("11.adamw", "a new memory in every step", AdamWThatForgets),
    ("11.adamw", "plain descent with decay", AdamWWithGradientDescent),
]
