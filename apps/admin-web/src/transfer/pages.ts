export { MovingInPage } from './moving-in-page.js';
export { TransferPage } from './transfer-page.js';
