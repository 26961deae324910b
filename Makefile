# make lab    open the course in JupyterLab
# make test   run every test and every notebook
#
# Both set up .venv first; the second time that costs nothing. What you do is in my-course.
# For students:     make progress    which exercises are passed
#                   make fresh NAME=exercises/02-value    that notebook again as it was made
# For instructors:  make slides      a deck for each lesson       make present LESSON=03    slides whose cells run
#                   make handouts    sheets with blanks, and the same filled in      make stick    a folder for a USB stick
#                   make rehearse LESSON=03    run a lesson in a browser and time its sections
# For authors:      make notebooks   execute the lessons          make exercises  execute the solutions, make the exercises
#                   make site        the book and the browser-only edition       make site LANGUAGE=de    the book in German; slides too
#                   make links       write the addresses of pyproject.toml into README and lessons
#                   make lock        find the versions of pylock.toml again, for a new term
#                   make bench       measure speed and memory

unexport PYTHONDONTWRITEBYTECODE  # hundreds of processes would compile each package anew

CANDIDATES := python3 python python3.14 python3.13 python3.12 python3.11
PYTHON ?= $(shell for p in $(CANDIDATES); do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
OWN := my-course
LANGUAGES := $(patsubst translations/%/checks.po,%,$(wildcard translations/*/checks.po))
# Only what stands on the command line: a desktop has a variable of that name too.
IN := $(if $(filter command,$(origin LANGUAGE)),--language $(LANGUAGE))
JUPYTER_FLAGS := $(if $(filter 0,$(shell id -u)),--allow-root)
ifeq ($(shell uname),Linux)
JUPYTER_FLAGS += $(if $(DISPLAY)$(WAYLAND_DISPLAY),,--no-browser)
endif

# Without encryption each kernel warns in the terminal of eavesdropping.
LAB = lab --log-level=ERROR --KernelManager.transport_encryption=auto $(JUPYTER_FLAGS) --LabApp.default_url=

NEWS = @jupyterlab/apputils-extension:announcements  # asks on the first page, and the network for updates
WRAP = {"@jupyterlab/notebook-extension:tracker": {"codeCellConfig": {"lineWrap": true}}}  # no line of code is cut

.PHONY: lab fresh test setup progress slides handouts stick present rehearse notebooks exercises site pages book paper epub lite links lock bench clean

lab: .venv/ready
	@$(BIN)/python -m mgrad.course $(OWN)
	@echo "Opening your copy of the course, $(OWN). The address is printed below; stop with Ctrl-C."
	@cd $(OWN) && ../$(BIN)/jupyter $(LAB)/lab/tree/notebooks/00-start-here.ipynb

fresh: .venv/ready
	@$(BIN)/python -m mgrad.course $(OWN)
	@cd $(OWN) && ../$(BIN)/python -m mgrad fresh "$(NAME)"

test: setup
	PYTHONPATH="$(CURDIR)/tests/lighter" $(BIN)/python -m pytest

progress: .venv/ready
	@$(BIN)/python -m mgrad.course $(OWN)
	@cd $(OWN)/exercises && ../../$(BIN)/python -m mgrad.check

slides: setup
	$(BIN)/python instructor/slides.py $(LESSON) $(IN)

handouts: setup
	@$(BIN)/python instructor/handouts.py $(LESSON)

stick: site
	.venv-site/bin/python site/stick.py $(if $(PYODIDE),--pyodide $(PYODIDE))

present: .venv-present/ready
	@.venv-present/bin/python instructor/slides.py --present
	@echo "Opening the course. The address is printed below; stop with Ctrl-C. F11 fills the screen."
	@.venv-present/bin/jupyter $(LAB)$(if $(LESSON),/rise/build/present/$(wildcard notebooks/$(LESSON)*.ipynb),/lab/tree/build/present/notebooks/00-start-here.ipynb)

rehearse: setup
	@$(BIN)/python instructor/rehearse.py $(LESSON)

notebooks: setup
	$(BIN)/python tests/run_notebooks.py notebooks/[0-9]*.ipynb
	$(BIN)/python tests/make_questions.py
	$(BIN)/python instructor/slides.py --mark
	$(BIN)/python docs/pictures.py

exercises: setup
	$(BIN)/python tests/run_notebooks.py solutions/*.ipynb
	$(BIN)/python tests/make_exercises.py

# The book makes the folder in which the others put their files; those are made two at a time.
site: .venv-site/ready
	@$(MAKE) --no-print-directory --jobs 2 pages

pages: book $(if $(IN),,$(LANGUAGES:%=pages-%) lite) paper epub
paper epub lite $(LANGUAGES:%=pages-%): book
book paper epub lite:
	.venv-site/bin/python site/$@.py $(IN)
$(LANGUAGES:%=pages-%): pages-%:
	@$(MAKE) --no-print-directory pages LANGUAGE=$*

links: setup
	$(BIN)/python site/links.py $(REPOSITORY) $(SITE)
	@$(BIN)/python tests/make_exercises.py >/dev/null

lock: .venv/ready
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --upgrade --quiet --no-header --no-annotate --format pylock.toml --output-file pylock.toml

bench: setup
	$(BIN)/python tests/benchmark.py

clean:
	rm -rf .venv .venv-site .venv-present build

setup: .venv/tests

# Each environment has the packages of one extra of pyproject.toml; .venv has what a student needs,
# and with .venv/tests what the tests need too. What could not be made is taken away again; one
# that could only not be brought up to date stays as it is.
.venv/ready: EXTRA =
.venv/tests: EXTRA = test
.venv-site/ready: EXTRA = site
.venv-present/ready: EXTRA = present
WHAT = $(or $(EXTRA),lab)
.venv/tests: .venv/ready
.venv/ready .venv/tests .venv-site/ready .venv-present/ready: pyproject.toml
	@test -n "$(PYTHON)" || { echo "mgrad needs Python 3.11 or newer. Install it from https://www.python.org/downloads, or name yours: make PYTHON=/path/to/python"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { echo "mgrad needs Python 3.11 or newer, and $(PYTHON) is not. Name another one: make PYTHON=/path/to/python"; exit 1; }
	@echo "Setting up $(@D) with $(PYTHON) (once, a few minutes)"
	@test -e $(@D)/ready || $(PYTHON) -m venv $(@D) || { echo "Python cannot make a virtual environment. On Debian and Ubuntu: sudo apt install python3-venv"; rm -rf $(@D); exit 1; }
	@mkdir -p build
	@$(@D)/bin/python -m pip install --quiet --disable-pip-version-check --no-compile --editable ".$(EXTRA:%=[%])" >build/pip-$(WHAT).log 2>&1 || { \
		echo "pip could not install the packages. Is there a network? What it said is in build/pip-$(WHAT).log"; test -e $(@D)/ready || rm -rf $(@D); exit 1; }
	@find $(@D) -name '*.js.map' -delete -o -path '*/__pycache__/*.pyc' -delete  # half as much again, and nobody reads them
	@find $(@D) -path '*/site-packages/*/tests' -prune -exec rm -rf {} +  # of other packages
	@$(@D)/bin/jupyter labextension disable --level=sys_prefix $(NEWS) >/dev/null 2>&1 || true
	@mkdir -p $(@D)/share/jupyter/lab/settings && echo '$(WRAP)' >$(@D)/share/jupyter/lab/settings/overrides.json
	@touch $@
