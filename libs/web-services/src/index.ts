import { Invoker } from './invokers/invoker.js';

/** What TypeORM has to know of this lib. */
export const webServicesEntities = [Invoker];

export { WebServicesModule } from './web-services.module.js';
export { WebServices, type InvokeOptions, type WebServiceAnswer } from './calls/web-services.js';
export { type Payload } from './templates/payload.js';
export { Invokers } from './invokers/invokers.js';
export { webServicesProblem, webServicesProblemKinds } from './web-services-problems.js';
export { webServicesAuditActions } from './web-services-audit.js';
