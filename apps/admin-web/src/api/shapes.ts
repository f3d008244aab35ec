import { type components } from './schema.gen.js';

type Schemas = components['schemas'];

export type Account = Schemas['MailAccount'];
export type Banner = Schemas['Banner'];
export type Client = Schemas['Client'];
export type ClientTemplate = Schemas['ClientTemplate'];
export type Delivery = Schemas['Delivery'];
export type MailHost = Pick<Account, 'host' | 'port' | 'security'>;
export type OutboxMail = Schemas['OutboxMail'];
export type RouteAnswer = Schemas['RouteAnswer'];
export type SenderPolicy = Schemas['SenderPolicy'];
export type Server = Schemas['Server'];
export type Session = Schemas['Session'];
export type Token = Schemas['Token'];

/** One step of a test of an account or server. */
export type CheckStep = Schemas['Steps']['steps'][number];
export type Authorization = Schemas['Authorization'];
