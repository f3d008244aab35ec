import { type ClientTemplate } from './client-template.js';
import { custom } from './custom.js';
import { fastmail } from './fastmail.js';
import { googleServiceAccount } from './google-service-account.js';
import { google } from './google.js';
import { microsoft365AppOnly } from './microsoft-365-app-only.js';
import { microsoft365 } from './microsoft-365.js';
import {
  microsoft365China,
  microsoft365ChinaAppOnly,
  microsoft365Dod,
  microsoft365DodAppOnly,
  microsoft365GccHigh,
  microsoft365GccHighAppOnly,
} from './microsoft-national-clouds.js';
import { outlookCom } from './outlook-com.js';
import { yahoo } from './yahoo.js';
import { yandex } from './yandex.js';

/** Every template, in the order the pages offer them. */
export const clientTemplates: readonly ClientTemplate[] = [
  microsoft365,
  microsoft365AppOnly,
  google,
  googleServiceAccount,
  outlookCom,
  fastmail,
  yahoo,
  yandex,
  microsoft365GccHigh,
  microsoft365GccHighAppOnly,
  microsoft365Dod,
  microsoft365DodAppOnly,
  microsoft365China,
  microsoft365ChinaAppOnly,
  custom,
];

/** Their names. */
export const clientTemplateIds = clientTemplates.map(({ id }) => id);

/** The template of that name; one that is gone behaves like `custom`. */
export function templateOf(id: string): ClientTemplate {
  return clientTemplates.find((template) => template.id === id) ?? custom;
}
