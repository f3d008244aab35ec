export { HandMovedClock } from './hand-moved-clock.js';
