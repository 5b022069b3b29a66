# Everything happens in .venv, made from requirements.lock: wheels only, each checked against its hash.
PYTHON ?= $(firstword $(foreach p,python3.11 python3.12 python3.13 python3.14 python3,$(shell command -v $(p) 2>/dev/null)))
BIN := .venv/bin
DEMO := build/demo.onrecord

.PHONY: demo test browser lock model clean

demo: .venv/installed  ## the main job on examples/press, and what to type next
	@mkdir -p build && rm -f $(DEMO) $(DEMO)-wal $(DEMO)-shm
	@echo "\$$ onrecord add examples/press --record $(DEMO)"
	@$(BIN)/onrecord add examples/press --record $(DEMO)
	@echo; echo "\$$ onrecord statements --record $(DEMO) --limit 25"
	@$(BIN)/onrecord statements --record $(DEMO) --limit 25 --format table
	@echo; echo "Next, type:"
	@echo "  . .venv/bin/activate"
	@echo "  export ONRECORD_RECORD=$(DEMO)"
	@echo "  onrecord documents                        # what was read"
	@echo "  onrecord statements --mode joint          # what several said together"
	@echo "  onrecord statements bridge                # search the words"
	@echo "  onrecord show ID                          # a line above, with the passage it comes from"
	@echo "  onrecord add FOLDER                       # your own articles"
	@echo "  onrecord serve --open                     # all of it in the browser"
	@if [ -t 0 ] && [ -t 1 ]; then \
	  printf '\nOpen it in the browser now? [y/N] '; read answer; \
	  case "$$answer" in [yY]*) exec $(BIN)/onrecord serve --record $(DEMO) --port 0 --open;; esac; fi

test: .venv/installed browser  ## style, types and tests
	$(BIN)/ruff check .
	$(BIN)/mypy onrecord
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist worksteal

browser:  ## Chromium, which the tests of the page drive; Debian's own
	@command -v chromium >/dev/null || { \
	  if [ "$$(id -u)" = 0 ]; then as=; elif sudo -n true 2>/dev/null; then as=sudo; \
	  else echo "the tests of the page need Chromium; run: apt-get install chromium" >&2; exit 1; fi; \
	  export DEBIAN_FRONTEND=noninteractive; \
	  $$as apt-get -qq update && $$as apt-get -qq install --yes --no-install-recommends chromium fonts-dejavu-core >/dev/null; }

.venv/installed: requirements.lock pyproject.toml
	@test -n "$(PYTHON)" && "$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "onrecord needs Python 3.11 or later; install it, or name one: make PYTHON=/path/to/python3" >&2; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip' 2>/dev/null || \
	  { echo "this Python cannot make an environment; on Debian, run: apt-get install python3-venv" >&2; exit 1; }
	"$(PYTHON)" -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes --only-binary :all: -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --no-index --editable .
	@touch $@

lock:  ## requirements.lock again, from pyproject.toml (needs uv)
	uv pip compile pyproject.toml --group dev --group build --universal --python-version 3.11 --generate-hashes \
	  --no-annotate --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
	  --output-file requirements.lock --quiet $(LOCKFLAGS)

DATA ?= ../shared/data
model:  ## english.model again, from annotated articles (hours; needs pip install --group training)
	$(BIN)/python -m training.train $(DATA)/polnear/train --names $(DATA)/names/russian-latin.tsv.gz --to build/model
	$(BIN)/python -m training.thin $(DATA)/polnear/train --names $(DATA)/names/russian-latin.tsv.gz --to build/model
	$(BIN)/python -m training.build build/model $(DATA)/polnear/train --to onrecord/find/trained/english.model

clean:  ## the environment and what was built
	rm -rf .venv build
