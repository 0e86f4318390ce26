# Counterclaim. `make help` lists the targets.

SHELL := /bin/bash
GO ?= go
BIN := bin/counterclaim
VERSION := $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
GO_SOURCES := $(shell find cmd claims api -name '*.go' -o -name '*.sql' -o -name '*.txt' -o -name '*.tmpl' -o -name '*.html' -o -name '*.css' 2>/dev/null) go.mod go.sum frontend/embed.go
WEB_SOURCES := $(shell find frontend/src frontend/public -type f 2>/dev/null) frontend/index.html frontend/vite.config.ts frontend/tsconfig.json frontend/package.json

.PHONY: run
run: build ## build everything and start the program; prints the link that signs you in
	@exec $(BIN) serve

.PHONY: build
build: $(BIN) ## build the program with the pages inside: bin/counterclaim

$(BIN): $(GO_SOURCES) frontend/dist/index.html
	$(GO) build -ldflags "-s -w -X main.version=$(VERSION)" -o $@ ./cmd/counterclaim

frontend/node_modules/.stamp: frontend/package-lock.json
	cd frontend && npm ci --no-audit --no-fund
	@touch $@

frontend/dist/index.html: frontend/node_modules/.stamp $(WEB_SOURCES)
	cd frontend && npm run --silent build
	@touch $@

.PHONY: test
test: frontend/dist/index.html ## run all tests that need no browser
	$(GO) vet ./...
	$(GO) test ./...
	@command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || echo "PostgreSQL is not installed: its tests were skipped"
	cd frontend && npm test --silent && npm run --silent lint

.PHONY: e2e
e2e: build ## run the browser tests (Chromium must be installed)
	cd frontend && npm run --silent e2e

.PHONY: dev
dev: frontend/node_modules/.stamp ## start the program and a page server that reloads on change
	@trap 'kill 0' EXIT; $(GO) run ./cmd/counterclaim serve --url http://127.0.0.1:5173 & cd frontend && npm run dev

.PHONY: types
types: frontend/node_modules/.stamp ## write the API description and the types the pages use
	$(GO) run ./cmd/counterclaim openapi > frontend/openapi.json
	cd frontend && npm run --silent types

.PHONY: lint
lint: frontend/node_modules/.stamp ## gofmt, vet, golangci-lint where installed, biome, tsc
	@test -z "$$(gofmt -l cmd claims api frontend/*.go)" || { gofmt -l cmd claims api frontend/*.go; exit 1; }
	$(GO) vet ./...
	@if command -v golangci-lint >/dev/null; then golangci-lint run; else echo "golangci-lint is not installed: skipped"; fi
	cd frontend && npm run --silent lint

.PHONY: bench
bench: ## run the benchmarks
	$(GO) test -run '^$$' -bench . -benchmem -timeout 60m ./claims/...

.PHONY: golden
golden: ## write the golden files anew; look at the difference before you commit it
	$(GO) test ./claims/report/... ./claims/collect/... -update

.PHONY: clean
clean: ## remove what was built; the archive in ./data stays
	rm -rf bin frontend/dist/assets frontend/dist/index.html frontend/node_modules

.PHONY: help
help: ## list the targets
	@grep -hE '^[a-z0-9]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12
