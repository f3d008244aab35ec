// What `npm start` runs.
import { launch } from '../launch.mjs';
import { nodeFlags } from './node-flags.mjs';

await launch('apps/helpdesk/src/main.js', nodeFlags);
