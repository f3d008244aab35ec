export { AuthorizationPage } from './authorization-page.js';
export { UnknownAuthorizationPage } from './unknown-authorization-page.js';
