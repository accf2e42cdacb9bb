# Two commands do everything: `make run` and `make test`. Both install what is missing.

SWIFT ?= swift
BUILD := $(SWIFT) build
RELEASE := $(BUILD) -c release --product baton
BATON := .build/release/baton

.PHONY: run test check format bench dependencies

run: dependencies
	@$(RELEASE)
	@$(BATON) chat

test: check
	@scripts/test

check: dependencies
	@$(SWIFT) format lint --strict -r Package.swift Sources Tests
	@scripts/build-without-warnings --build-tests
	@$(SWIFT) test --skip-build --disable-xctest --skip Slow

format:
	@$(SWIFT) format -i -r Package.swift Sources Tests

bench: dependencies
	@scripts/bench

dependencies:
	@scripts/dependencies
