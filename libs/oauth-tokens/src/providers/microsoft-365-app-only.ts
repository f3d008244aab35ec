import { microsoft365 } from './microsoft-365.js';
import { appOnly } from './microsoft-cloud.js';

/** Microsoft 365 without a person: the application itself opens the mailboxes that Exchange lets it open. */
export const microsoft365AppOnly = appOnly(microsoft365, 'https://outlook.office365.com');
