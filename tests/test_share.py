"""The page to show to others: a trained network reads digits that are drawn in a real browser."""

import random

import numpy as np
import pytest
from test_browser import browser

from mgrad import MLP, Layer, Tensor, Value, cross_entropy, fit, share

# each digit as strokes on a square from 0 to 100, as a hand draws it
DRAWN = {
    0: [[(50, 12), (30, 25), (26, 50), (32, 76), (50, 88), (68, 76), (74, 50), (68, 24), (50, 12)]],
    1: [[(36, 28), (54, 12), (54, 88)]],
    2: [[(30, 28), (42, 13), (60, 14), (68, 28), (62, 46), (30, 86), (72, 86)]],
    3: [[(30, 16), (58, 13), (68, 27), (48, 46), (70, 62), (62, 82), (32, 86)]],
    4: [[(56, 12), (28, 62), (76, 62)], [(62, 40), (62, 90)]],
    5: [[(70, 13), (36, 13), (34, 46), (58, 42), (70, 62), (58, 84), (30, 86)]],
    6: [[(58, 12), (38, 36), (30, 62), (42, 86), (62, 82), (68, 64), (52, 54), (34, 66)]],
    7: [[(28, 14), (72, 14), (54, 48), (44, 88)]],
    8: [[(52, 48), (32, 32), (48, 12), (68, 28), (34, 68), (48, 88), (68, 72), (52, 48)]],
    9: [[(66, 34), (48, 44), (34, 30), (48, 13), (66, 24), (66, 50), (54, 88)]],
}


@pytest.fixture(scope="module")
def reader():
    """The network of lesson 09: 64 hidden neurons, trained for a second."""
    from sklearn.datasets import load_digits

    digits = load_digits()
    random.seed(1337)
    model = MLP(64, [64, 10], engine=Tensor)
    for layer in model.layers:
        layer.w.data /= 8
    fit(
        model, digits.data / 16, digits.target, loss=cross_entropy, steps=500,
        learning_rate=0.5, batch_size=64, progress=False,
    )  # fmt: skip
    return model


def draw(page, strokes):
    """Move the mouse along the strokes, a little unsteadily."""
    box = page.locator("#pad").bounding_box()
    shake = random.Random(5)
    for stroke in strokes:
        for number, (x, y) in enumerate(stroke):
            x, y = x + shake.uniform(-1, 1), y + shake.uniform(-1, 1)
            page.mouse.move(box["x"] + x / 100 * box["width"], box["y"] + y / 100 * box["height"],
                            steps=1 if number == 0 else 4)  # fmt: skip
            if number == 0:
                page.mouse.down()
        page.mouse.up()


def test_the_page_reads_digits_drawn_by_mouse_and_by_keys(reader, browser, tmp_path):
    path = share(reader, tmp_path / "digits.html")
    assert path.stat().st_size < 300_000
    page = browser.new_page()
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(path.as_uri())
    right = 0
    for digit, strokes in DRAWN.items():
        draw(page, strokes)
        right += f"looks like a {digit} " in page.locator("#answer").inner_text()
        page.locator("#clear").click()
    assert right >= 9
    assert "Draw a digit" in page.locator("#answer").inner_text()
    page.locator("#pad").focus()  # a 1: up, pen down, straight down
    for key in [*["ArrowUp"] * 8, " ", *["ArrowDown"] * 16]:
        page.keyboard.press(key)
    assert "looks like a 1 " in page.locator("#answer").inner_text()
    assert requests == [path.as_uri()]

    page.set_viewport_size({"width": 310, "height": 720})  # the frame of a lesson on a phone
    pad = page.locator("#pad").bounding_box()
    assert pad["width"] == pad["height"] > 200 and page.locator("#answer").bounding_box()["y"] < 200
    bars = page.locator("#bars").bounding_box()
    assert bars["x"] + bars["width"] < 310 and bars["y"] + bars["height"] / 2 < 720
    page.close()


def test_a_network_of_two_inputs_shows_its_plane(browser, tmp_path):
    random.seed(1)
    model = MLP(2, [4, 1])
    page = browser.new_page()
    page.goto(share(model, tmp_path / "plane.html").as_uri())
    score = model([0.0, 0.0]).data
    answer = page.locator("#answer").inner_text()
    assert f"score {score:.2f}" in answer and ("+1" in answer) == (score > 0)
    assert page.locator("#bars").is_hidden()
    page.close()


@pytest.mark.parametrize(
    "model, kind, words",
    [
        (MLP, TypeError, "trained network"),
        (MLP(3, [2]), ValueError, "64 inputs.*or of 2.*3 inputs"),
        (MLP(64, [3]), ValueError, "10 outputs"),
        (Layer(2, 1, engine=Tensor), TypeError, "only if it is an MLP, got a TensorLayer"),
    ],
)
def test_what_has_no_page_is_told(model, kind, words, tmp_path):
    with pytest.raises(kind, match=words):
        share(model, tmp_path / "page.html")


def test_the_page_of_tensors_is_that_of_values_in_every_layer_and_takes_numbers_of_numpy(tmp_path):
    pages = []
    for engine in (Value, Tensor):
        random.seed(4)
        model = MLP(2, [3, 3, 1], engine=engine)
        model.layers[1] = Layer(3, 3, "relu", engine=engine)
        path = share(model, tmp_path / "page.html", range=np.array([-1, 2]), largest=np.int64(16))
        pages.append(path.read_text(encoding="utf-8"))
    assert pages[0] == pages[1] and '"range": [-1.0, 2.0]' in pages[0]
