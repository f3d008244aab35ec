// What `npm start` runs.
import { launch } from '../launch.mjs';
import { nodeEnvironment, nodeFlags } from './node-flags.mjs';

await launch('apps/helpdesk/src/main.js', { flags: nodeFlags, environment: nodeEnvironment });
