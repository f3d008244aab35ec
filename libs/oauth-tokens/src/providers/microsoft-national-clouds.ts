import { type ClientTemplate } from './client-template.js';
import { microsoft365 } from './microsoft-365.js';
import { appOnly, onMicrosoftCloud } from './microsoft-cloud.js';

// learn.microsoft.com, "Microsoft Entra authentication & national clouds". Nobody has a private account there, so the
// widest tenant is `organizations`.
const organisations = { ...microsoft365, defaultTenant: 'organizations' } satisfies ClientTemplate;

const highExchange = 'https://outlook.office365.us';
const dodExchange = 'https://outlook-dod.office365.us';
const chinaExchange = 'https://partner.outlook.cn';

/** Microsoft 365 for the United States government, GCC High. */
export const microsoft365GccHigh: ClientTemplate = {
  ...organisations,
  id: 'microsoft-365-gcc-high',
  ...onMicrosoftCloud({
    login: 'https://login.microsoftonline.us',
    exchange: highExchange,
    hosts: { imap: 'outlook.office365.us', pop: 'outlook.office365.us', smtp: 'smtp.office365.us' },
  }),
};

/** The same without a person. */
export const microsoft365GccHighAppOnly = appOnly(microsoft365GccHigh, highExchange);

/** Microsoft 365 for the United States Department of Defense. */
export const microsoft365Dod: ClientTemplate = {
  ...organisations,
  id: 'microsoft-365-dod',
  ...onMicrosoftCloud({
    login: 'https://login.microsoftonline.us',
    exchange: dodExchange,
    hosts: {
      imap: 'outlook-dod.office365.us',
      pop: 'outlook-dod.office365.us',
      smtp: 'outlook-dod.office365.us',
    },
  }),
};

/** The same without a person. */
export const microsoft365DodAppOnly = appOnly(microsoft365Dod, dodExchange);

/** Microsoft 365 in China, operated by 21Vianet. */
export const microsoft365China: ClientTemplate = {
  ...organisations,
  id: 'microsoft-365-china',
  ...onMicrosoftCloud({
    login: 'https://login.partner.microsoftonline.cn',
    exchange: chinaExchange,
    hosts: { imap: 'partner.outlook.cn', pop: 'partner.outlook.cn', smtp: 'smtp.partner.outlook.cn' },
  }),
};

/** The same without a person. */
export const microsoft365ChinaAppOnly = appOnly(microsoft365China, chinaExchange);
