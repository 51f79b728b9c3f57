# The commands of the README. Every target installs what it needs on Debian.

SWIFT ?= swift
SWIFTFLAGS ?=
PREFIX ?= /usr/local
RELEASE ?= .build
PARVANEH = .build/debug/parvaneh

.PHONY: help demo test build release completions man install libyaml rules schemas format lint samples bench fuzz

help: ## Show this help
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

libyaml:
	@pkg-config --exists yaml-0.1 || { \
	  echo "Installing libyaml-dev"; \
	  $$(command -v sudo) apt-get update -qq && $$(command -v sudo) apt-get install -y -qq libyaml-dev pkg-config; }

build: libyaml ## Build the program
	$(SWIFT) build $(SWIFTFLAGS)

demo: build ## Judge both samples by the rules of both countries
	$(PARVANEH) validate Samples/metformin Samples/hearing-aid

test: libyaml ## Run all tests
	$(SWIFT) test --parallel $(SWIFTFLAGS)

release: libyaml ## Build the optimised program, one file that needs no library
	$(SWIFT) build -c release --scratch-path $(RELEASE) -Xswiftc -static-executable --product parvaneh $(SWIFTFLAGS)

completions: build ## Write completions for bash, zsh and fish to .build/completions
	mkdir -p .build/completions
	for shell in bash zsh fish; do $(PARVANEH) --generate-completion-script $$shell > .build/completions/parvaneh.$$shell; done

man: libyaml ## Write the manual pages, one a command, to .build/man
	$(SWIFT) package $(SWIFTFLAGS) generate-manual --configuration debug --multi-page
	mkdir -p .build/man
	cp .build/plugins/GenerateManual/outputs/parvaneh/*.1 .build/man/

install: release completions man ## Install program, manual pages and completions below PREFIX (/usr/local)
	install -D -s .build/release/parvaneh $(DESTDIR)$(PREFIX)/bin/parvaneh
	install -d $(DESTDIR)$(PREFIX)/share/man/man1
	install -m 644 .build/man/*.1 $(DESTDIR)$(PREFIX)/share/man/man1/
	install -D -m 644 .build/completions/parvaneh.bash $(DESTDIR)$(PREFIX)/share/bash-completion/completions/parvaneh
	install -D -m 644 .build/completions/parvaneh.zsh $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_parvaneh
	install -D -m 644 .build/completions/parvaneh.fish $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/parvaneh.fish

rules: ## List anew the rule files that the program carries inside
	Sources/BundledRules/generate.sh

schemas: build ## Write the JSON Schemas for editors anew
	for name in rule pack act codelist medicine device; do \
	  $(PARVANEH) schema $$name --rules Rules > Rules/schema/$$name.schema.json || exit 1; \
	done

samples: ## Make the documents of the samples and their digests anew
	python3 Samples/make-documents.py Samples/metformin Samples/hearing-aid

format: ## Format all Swift files
	$(SWIFT) format format --in-place --recursive --parallel Package.swift Plugins Sources Tests

lint: ## Tell of Swift files that are not formatted
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Plugins Sources Tests

bench: release ## Judge the benchmark's records, and time the peers that are installed
	Tests/Benchmarks/bench.sh .build/release/parvaneh

fuzz: libyaml ## Give a fuzz target random inputs: make fuzz TARGET=json SECONDS=60
	Tests/Fuzz/fuzz.sh $(or $(TARGET),expression) $(or $(SECONDS),60)
