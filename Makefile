# make lab    open the course in JupyterLab
# make test   run every test and every notebook
#
# Both set up .venv first; the second time that costs nothing. For authors:
# make notebooks   execute the lessons in place      make bench      measure speed and memory
# make exercises   execute the solutions and make the exercises from them
# For students:
# make progress    which exercises are passed

CANDIDATES := python3 python python3.14 python3.13 python3.12 python3.11
PYTHON ?= $(shell for p in $(CANDIDATES); do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
JUPYTER_FLAGS := $(if $(filter 0,$(shell id -u)),--allow-root)
ifeq ($(shell uname),Linux)
JUPYTER_FLAGS += $(if $(DISPLAY)$(WAYLAND_DISPLAY),,--no-browser)
endif

.PHONY: lab test setup progress notebooks exercises bench clean

lab: setup
	@echo "Opening the course. The address is printed below; stop with Ctrl-C."
	@$(BIN)/jupyter lab --log-level=ERROR $(JUPYTER_FLAGS) --LabApp.default_url=/lab/tree/notebooks/00-start-here.ipynb

test: setup
	$(BIN)/python -m pytest

progress: setup
	@$(BIN)/python -m mgrad.check

notebooks: setup
	$(BIN)/python tests/run_notebooks.py notebooks/[0-9]*.ipynb
	$(BIN)/python docs/pictures.py

exercises: setup
	$(BIN)/python tests/run_notebooks.py solutions/*.ipynb
	$(BIN)/python tests/make_exercises.py

bench: setup
	$(BIN)/python tests/benchmark.py

clean:
	rm -rf .venv build

setup: .venv/ready

.venv/ready: pyproject.toml
	@test -n "$(PYTHON)" || { echo "mgrad needs Python 3.11 or newer. Install it from https://www.python.org/downloads, or name yours: make PYTHON=/path/to/python"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { echo "mgrad needs Python 3.11 or newer, and $(PYTHON) is not. Name another one: make PYTHON=/path/to/python"; exit 1; }
	@echo "Setting up .venv with $(PYTHON) (once, a few minutes)"
	@$(PYTHON) -m venv .venv || { echo "Python cannot make a virtual environment. On Debian and Ubuntu: sudo apt install python3-venv"; rm -rf .venv; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[test]"
	@touch $@
