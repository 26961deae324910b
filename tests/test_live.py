"""The live figures on a page without a kernel: a file in a real browser, driven by keyboard."""

import math

import nbformat
import pytest
from test_book import AXE
from test_browser import browser

from mgrad import explore

POINTS = [[-1.5, -1.0], [-1.0, 1.5], [1.0, -1.5], [1.5, 1.0], [0.2, 0.3]], [-1, 1, 1, -1, 1]
FIGURES = {
    "tangent": lambda: explore.explore_tangent(lambda x: 3 * x**2 - 4 * x + 5),
    "descent": explore.explore_descent,
    "activation": explore.explore_activation,
    "neuron": explore.explore_neuron,
    "training": lambda **more: explore.explore_training(*POINTS, layer_sizes=[4, 1], **more),
}
PAGE = '<!DOCTYPE html><meta name="color-scheme" content="light dark"><body>{}</body>'
SMALL = """() => [...document.querySelectorAll('.mgrad-live :is(button, input, select)')].filter(
  it => it.getBoundingClientRect().height < 44 || it.getBoundingClientRect().width < 44).length"""
TRAINED = """() => parseInt([...document.querySelectorAll('.live-sentence')]
  .at(-1).textContent.split(' ')[1]) > 5"""
LOOK = """axe.run({include: ['.mgrad-live']}).then(({violations}) => violations.flatMap(violation =>
  violation.nodes.map(it => `${violation.id}: ${it.html.slice(0, 160)} ${it.failureSummary}`)))"""


@pytest.fixture(scope="module")
def kernel():
    """The five figures as a kernel shows them, whose numbers are compared with the page's."""
    return {name: make() for name, make in FIGURES.items()}


@pytest.fixture(scope="module")
def page(browser, kernel, tmp_path_factory):
    """The same five in an exported notebook."""
    from nbconvert import HTMLExporter  # not in each worker

    bundles = [live._repr_mimebundle_()[0] for live in kernel.values()]
    data = [{"text/html": bundle["text/html"]} for bundle in bundles]
    outputs = [nbformat.v4.new_output("display_data", data=each) for each in data]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("", outputs=outputs)])
    body, _ = HTMLExporter(template_name="basic").from_notebook_node(notebook)
    path = tmp_path_factory.mktemp("page") / "page.html"
    path.write_text(PAGE.format(body), encoding="utf-8")
    page = browser.new_page(viewport={"width": 1000, "height": 800})
    page.troubles = []
    page.on("pageerror", lambda error: page.troubles.append(str(error)))
    page.on("request", lambda request: page.troubles.append(request.url))
    page.goto(path.as_uri())
    assert page.troubles.pop(0) == path.as_uri()
    yield page
    page.close()


def test_keys_move_a_figure_without_a_kernel_through_the_numbers_of_the_kernel(page, kernel):
    lives = dict(zip(FIGURES, page.locator(".mgrad-live").all()))

    def sentence(name):
        return lives[name].locator(".live-sentence").text_content()

    def press(name, label, key, role="slider"):
        lives[name].get_by_role(role, name=label, exact=True).press(key)

    for name, live in kernel.items():
        assert sentence(name) == live.sentence and lives[name].locator("img").count() == 0
        for control in live.controls.values():
            if hasattr(control, "readout_format"):
                press(name, control.description, "ArrowRight")
                press(name, control.description, "ArrowRight")
                control.value = round(control.value + 2 * control.step, 9)
                assert sentence(name) == live.sentence
                label = lives[name].locator("svg[role=img]").get_attribute("aria-label")
                assert label.startswith("Figure: ") and label.endswith(sentence(name))
    lives["activation"].get_by_role("combobox").select_option("sigmoid")
    kernel["activation"].controls["activation"].value = "sigmoid"
    assert sentence("activation") == kernel["activation"].sentence

    training = kernel["training"]
    press("training", "one step", "Enter", "button")
    assert sentence("training").startswith("after 1 updates: loss ")
    press("training", "train", "Enter", "button")
    page.wait_for_function(TRAINED)
    press("training", "pause", "Space", "button")
    training.controls["tick"].value = int(sentence("training").split()[1])
    assert sentence("training") == training.sentence
    seed = lives["training"].get_by_role("spinbutton", name="seed")
    seed.fill("7")
    seed.press("Enter")
    assert sentence("training") == FIGURES["training"](seed=7).sentence
    assert page.evaluate(SMALL) == 0 and page.troubles == []


@pytest.mark.skipif(AXE is None, reason="axe-core is not there: python site/book.py --for-tests")
def test_axe_finds_nothing_in_the_live_figures_in_light_and_dark(page):
    from playwright.sync_api import expect  # where it is missing, all is skipped

    page.add_script_tag(path=AXE)
    curve = page.locator(".mgrad-live svg svg path").first
    assert page.evaluate(LOOK) == []
    light = curve.get_attribute("stroke")
    page.emulate_media(color_scheme="dark")
    expect(curve).not_to_have_attribute("stroke", light)
    assert page.evaluate(LOOK) == []


@pytest.mark.parametrize(
    "make",
    [
        lambda: explore.explore_tangent(math.sin, low=0.0),
        lambda: explore.explore_descent(lambda x: x * x if x > 0 else -x),
        lambda: explore.explore_training(*POINTS, layer_sizes=[40, 40, 1]),
    ],
)
def test_what_is_no_program_of_moderate_size_keeps_its_picture(make):
    html = make()._repr_mimebundle_()[0]["text/html"]
    assert html.startswith("<img") and "<script" not in html


def test_two_runs_give_the_same_page():
    first, second = (FIGURES["training"]()._repr_mimebundle_()[0]["text/html"] for _ in range(2))
    assert first == second and first.count("</script>") == 1 and len(first) < 100_000
