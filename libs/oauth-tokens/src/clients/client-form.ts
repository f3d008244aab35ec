import { z } from 'zod';
import { templateOf } from '../providers/client-templates.js';
import { newClientShape } from './client-input.js';
import { alteredSettings, typedSettings } from './client-settings.js';
import { type ClientSettings, type OAuthClient } from './oauth-client.js';

/** The form of a client that is being filled in. What is left out is nobody's fault yet; with `id` it is that client's. */
export const clientFormSchema = z
  .strictObject({ ...newClientShape, id: z.uuid() })
  .partial()
  .meta({ id: 'ClientForm' });
export type ClientForm = z.infer<typeof clientFormSchema>;

/** The settings as they would be, to be judged; null while nobody has said from which template. Problem `flow-fixed`. */
export function settingsIn(
  { template, flow, ...typed }: ClientForm,
  former: OAuthClient | null,
): ClientSettings | null {
  if (former) return alteredSettings(templateOf(former.template), former, typed);
  if (template === undefined) return null;
  const { name = '', ...rest } = typed;
  const chosen = flow === undefined ? {} : { flow };
  return typedSettings(templateOf(template), { ...rest, ...chosen, name, template });
}
