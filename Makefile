# Two commands: `make demo` shows a first verdict, `make test` passes every test. Both install what is missing.
# Everything else is here for developers; see CONTRIBUTING.md.

SHELL := /bin/bash
PREFIX ?= /usr/local
RELEASE = .build/release/antbed
# With COMPILER, another compiler makes the competitors: in a folder of its own, so that nothing of both meets.
COMPILER ?=
BENCHMARKS = .build/benchmarks$(COMPILER)
BENCH = $(BENCHMARKS)/release/Bench

.PHONY: demo test validate build setup install uninstall sanitize bench bench-peers bench-build format lint clean help

help:
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20

demo: build ## install what is missing, build, run the quickstart, show its verdict
	$(RELEASE) run Experiments/quickstart/quickstart.yaml
	@echo
	@echo "The report: $(CURDIR)/results/quickstart/report.html"

test: setup ## install what is missing, build for debugging, run all tests
	swift test

build: setup ## build the program, optimised
	swift build -c release --product antbed

setup: ## install the libraries and programs that are missing (Debian, Ubuntu)
	@scripts/setup

install: build ## put antbed on the PATH (PREFIX=/usr/local)
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 $(RELEASE) "$(DESTDIR)$(PREFIX)/bin/antbed"
	@echo "antbed is installed; try: antbed --help"

uninstall: ## remove it again
	rm -f "$(DESTDIR)$(PREFIX)/bin/antbed"

validate: setup ## the published values in full, optimised: minutes, where 'make test' takes shorter runs of some
	swift build -c release --build-tests -Xswiftc -enable-testing --scratch-path .build/validate
	swift test -c release --skip-build -Xswiftc -enable-testing --scratch-path .build/validate \
	  --filter 'ValidationTests|PublishedTourTests'

sanitize: setup ## tests of what handles memory itself, under the address and the thread sanitizer (Swift has no other on Linux)
	ASAN_OPTIONS=detect_leaks=0 swift test --sanitize address --scratch-path .build/address \
	  --filter 'SimulationKernelTests|AgentsTests'
	swift test --sanitize thread --scratch-path .build/thread --filter SimulationKernelTests
# Swift has no such sanitizer on Linux: it traps on overflow itself. This one looks after the lines of C.
	swift test -Xcc -fsanitize=undefined -Xcc -fsanitize-trap=undefined --scratch-path .build/undefined \
	  --filter SimulationKernelTests

bench: bench-build ## measure the kernel against C++ (ONLY=hold: rows whose names start so; COMPILER=g++)
	ONLY="$(ONLY)" $(BENCH) .build/bench.json

bench-peers: bench-build ## the same beside SimPy, salabim and Mesa, which are installed into .build
	ONLY=hold/1000,hold/100000,mm1/process,sleep/1000,ant-foraging/125,swarm/vote-of-5 $(BENCH) .build/bench-ours.json
	Benchmarks/Peers/run .build/bench-ours.json .build/bench-peers.json

bench-build:
ifneq ($(COMPILER),)
	mkdir -p $(BENCHMARKS)
	cd $(BENCHMARKS) && $(COMPILER) -c -std=c++20 -O3 -ffp-contract=off -fPIC \
	  -I $(CURDIR)/Benchmarks/Sources/Competitors/include $(CURDIR)/Benchmarks/Sources/Competitors/*.cpp
	cd $(BENCHMARKS) && rm -f libcompetitors.a && ar rcs libcompetitors.a *.o
endif
	$(if $(COMPILER),COMPETITORS=$(CURDIR)/$(BENCHMARKS)) swift build -c release --package-path Benchmarks \
	  --scratch-path $(BENCHMARKS) --product Bench

format: ## rewrite the sources in the house style
	swift format format --in-place --recursive Sources Tests Benchmarks Package.swift

lint: ## check the house style
	swift format lint --strict --recursive Sources Tests Benchmarks Package.swift

clean: ## remove what was built; results stay
	rm -rf .build
