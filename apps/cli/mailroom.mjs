#!/usr/bin/env node
// What `npx mailroom` runs in this repository.
import { launch } from '../launch.mjs';

await launch('apps/cli/src/main.js');
