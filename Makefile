# Two commands do everything: `make run` and `make test`. Both install what is missing.

SWIFT ?= swift
BUILD := $(SWIFT) build

.PHONY: run release test check format bench dependencies

# The quick build: from a new clone to the first reply in a few minutes. `make release` is the one to install.
run: dependencies
	@echo "Building. The first time this takes some minutes."
	@$(BUILD) --product baton
	@scripts/run

release: dependencies
	@$(BUILD) -c release --static-swift-stdlib --product baton

test: check
	@scripts/test

check: dependencies
	@echo "Checking the format."
	@$(SWIFT) format lint --strict -r Package.swift Sources Tests Benchmarks
	@scripts/build-without-warnings --build-tests
	@scripts/run-tests fast

format:
	@$(SWIFT) format -i -r Package.swift Sources Tests Benchmarks

bench: dependencies
	@scripts/bench

dependencies:
	@scripts/dependencies
