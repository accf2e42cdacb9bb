# Two commands do everything: `make run` and `make test`. Both install what is missing.

SWIFT ?= swift
BUILD := $(SWIFT) build

.PHONY: run release release-tls test-tls test check format bench soak dependencies

# The quick build: from a new clone to the first reply in a few minutes. `make release` is the one to install.
run: dependencies
	@echo "Building. The first time this takes some minutes."
	@$(BUILD) --product baton
	@scripts/run

release: dependencies
	@$(BUILD) -c release --static-swift-stdlib --product baton

# With TLS in the program itself, for where no proxy stands in front.
release-tls: dependencies
	@$(BUILD) -c release --static-swift-stdlib --product baton --traits TLS

# Builds with TLS apart from everything else, and speaks to it with curl.
test-tls: dependencies
	@scripts/test-tls

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

soak: dependencies
	@scripts/soak

dependencies:
	@scripts/dependencies
