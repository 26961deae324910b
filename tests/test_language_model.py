"""The GPT of lesson 12: against PyTorch, with a seed, and with a later letter changed."""

import numpy as np
import pytest
from language_model import lesson, twin, twin_loss

from mgrad import draw_dot, load_names


@pytest.fixture(scope="module")
def names():
    """The lesson's functions and classes, and 200 names as it packs them."""
    space = lesson()
    space.inputs, space.targets = space.pack(load_names()[::26])
    return space


def test_fifty_steps_of_the_gpt_have_the_losses_of_its_pytorch_twin(names):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed: pip install torch")
    model, steps = names.GPT(), 50
    leaves, scores_of = twin(model)
    schedule = names.cosine_schedule(0.01, 0.0005, steps, warm_up=20)
    ours = names.Adam(schedule, betas=(0.9, 0.99))
    theirs = torch.optim.Adam(leaves, 1.0, betas=(0.9, 0.99))
    rates = torch.optim.lr_scheduler.LambdaLR(theirs, schedule)
    draw = np.random.default_rng(0)
    for step in range(steps):
        rows = draw.integers(0, len(names.inputs), 16)
        codes, answers = names.inputs[rows], names.targets[rows]
        loss = names.next_letter_loss(model(codes), answers)
        for parameter in model.parameters():
            parameter.grad = 0.0
        loss.backward()
        ours.step(model.parameters())
        expected = twin_loss(scores_of(torch.from_numpy(codes)), torch.from_numpy(answers))
        theirs.zero_grad()
        expected.backward()
        theirs.step()
        rates.step()
        assert loss.item() == pytest.approx(expected.item(), abs=1e-9), step
    assert loss.item() < 2.8, "it has learnt something"


def test_the_same_seed_writes_the_same_names(names):
    def written(seed):
        model = names.GPT()
        names.learn(model, names.inputs, names.targets, steps=30)
        return names.write(lambda text: names.chances_of(model, text), 8, seed)

    assert written(1) == written(1) != written(2)


@pytest.mark.parametrize("kind", ["OneHead", "GPT"])
def test_a_later_letter_changes_nothing_before_it(names, kind):
    model = getattr(names, kind)()
    codes = names.inputs[:3].copy()
    before = model(codes).data
    codes[:, 6] = 9
    change = abs(model(codes).data - before).max(axis=(0, 2))
    assert not change[:6].any() and change[6:].all()


def test_the_graph_of_a_gpt_is_drawn_with_its_shapes(names):
    picture = draw_dot(names.GPT()(names.inputs[:2, :5]))
    for shape in ("[2×5×16]", "[2×4×5×4]", "[2×4×5×5]", "[2×5×27]", "[16×64]"):
        assert shape in picture.svg, shape
    for words in (" = v0[…] ", " @ ", ", constant) ", " = masked_fill(v"):
        assert words in repr(picture), words
