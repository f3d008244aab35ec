export { InvokerPage } from './invoker-page.js';
export { InvokersPage } from './invokers-page.js';
export { NewInvokerPage } from './new-invoker-page.js';
