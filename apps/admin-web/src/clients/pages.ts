export { ClientPage } from './client-page.js';
export { ClientsPage } from './clients-page.js';
export { NewClientPage } from './new-client-page.js';
