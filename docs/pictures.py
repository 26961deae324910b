"""Draw the two pictures of the README (part of ``make notebooks``)."""

import random
from pathlib import Path

import matplotlib as mpl
from sklearn.datasets import make_moons

from mgrad import MLP, Value, draw_dot, fit, max_margin_loss, panels, plot_boundary

HERE = Path(__file__).parent
mpl.rcParams["svg.hashsalt"] = "mgrad"

a, b, c, f = Value(2.0, "a"), Value(-3.0, "b"), Value(10.0, "c"), Value(-2.0, "f")
e = a * b
d = e + c
L = d * f
e.label, d.label, L.label = "e", "d", "L"
L.backward()
draw_dot(L).save(HERE / "graph.svg")

points, labels = make_moons(n_samples=100, noise=0.1, random_state=1337)
labels = 2 * labels - 1
figure, axes = panels(3)
random.seed(1337)
model = MLP(2, [16, 16, 1])
for ax, steps in zip(axes, (1, 9, 50)):
    history = fit(
        model, points, labels, loss=max_margin_loss, steps=steps, learning_rate=0.5, progress=False
    )
    plot_boundary(model, points, labels, f"{history.final.accuracy:.0%} right", ax=ax)
    ax.set(xlabel="", ylabel="")
figure.set_size_inches(8.1, 2.3)
figure.savefig(HERE / "moons.png", dpi=130, bbox_inches="tight")
