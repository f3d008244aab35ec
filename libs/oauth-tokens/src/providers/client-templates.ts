import { type ClientTemplate } from './client-template.js';
import { custom } from './custom.js';
import { google } from './google.js';
import { microsoft365 } from './microsoft-365.js';

/** Every template, in the order the pages offer them. */
export const clientTemplates: readonly ClientTemplate[] = [microsoft365, google, custom];

/** Their names. */
export const clientTemplateIds = clientTemplates.map(({ id }) => id);

/** The template of that name; one that is gone behaves like `custom`. */
export function templateOf(id: string): ClientTemplate {
  return clientTemplates.find((template) => template.id === id) ?? custom;
}
