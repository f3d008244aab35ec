export { NewServerPage } from './new-server-page.js';
export { ServerPage } from './server-page.js';
export { ServersPage } from './servers-page.js';
