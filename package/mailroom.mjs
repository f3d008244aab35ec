#!/usr/bin/env node
// What `npx mailroom` runs in a host that installed the package.
import './dist/apps/cli/src/main.js';
