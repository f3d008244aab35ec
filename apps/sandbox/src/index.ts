export { startSandbox } from './start-sandbox.js';
export { type Sandbox } from './sandbox.js';
export { type TokenAnswer } from './faults/token-answer.js';
export { type Profile } from './oauth/profiles.js';
export { type Visit } from './oauth/visitor.js';
export { demoPassword } from './mail/people.js';
