export { TokenPage } from './token-page.js';
export { TokensPage } from './tokens-page.js';
