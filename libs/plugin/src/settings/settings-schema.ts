import { settingKeys, type SettingKey } from '@mailroom/kernel';
import { z } from 'zod';

/** How many connections mail hosts of a name get; `host` is a name, `*.domain` or `*`. */
const connectionLimitSchema = z
  .object({ host: z.string(), per: z.enum(['host', 'login']), limit: z.number() })
  .meta({ id: 'ConnectionLimit' });

const limits = z.array(connectionLimitSchema);
const value = z.union([z.string(), z.number(), limits]).nullable();

/** A setting as it stands. */
export const settingSchema = z
  .object({
    key: z.enum(settingKeys),
    value: z.union([z.string(), z.number(), limits.readonly()]).nullable(),
    source: z.enum(['option', 'stored', 'default']),
    /** True where an option of the host decides. */
    readOnly: z.boolean(),
    /** True when this takes effect at the next start. */
    pending: z.boolean(),
  })
  .meta({ id: 'Setting' });

/** All settings. */
export const settingListSchema = z.object({ items: z.array(settingSchema) }).meta({ id: 'SettingList' });
export type SettingList = z.infer<typeof settingListSchema>;

/** What changes; null takes a stored value away. */
export const settingChangesSchema = z
  .strictObject(
    Object.fromEntries(settingKeys.map((key) => [key, value])) as Record<SettingKey, typeof value>,
  )
  .partial()
  .meta({ id: 'SettingChanges' });
export type SettingChanges = z.infer<typeof settingChangesSchema>;
