export { HandMovedClock } from './hand-moved-clock.js';

// Mail, as a host's tests need it.
export { aMessage, type Letter, type LetterFile } from './a-message.js';
export { anInboundMail } from './an-inbound-mail.js';

// A provider in the process.
export { InMemoryProvider, type ProviderAnswer } from './in-memory-provider.js';

// What each port promises.
export { keepsContract, tellContract, type PortPromise, type TestRunner } from './contracts/contract.js';
export { inboundMailContract, type InboundMailSubject } from './contracts/inbound-mail-contract.js';
export { adminAccessContract, type AdminAccessSubject } from './contracts/admin-access-contract.js';
export { keyRingContract } from './contracts/key-ring-contract.js';
export { bannerAudienceContract, type BannerAudienceSubject } from './contracts/banner-audience-contract.js';
export { clockContract } from './contracts/clock-contract.js';
