import { z } from 'zod';

/** A setting as it stands. */
export const settingSchema = z
  .object({
    key: z.enum(['public-url', 'audit-retention-days']),
    value: z.union([z.string(), z.number()]).nullable(),
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
  .strictObject({
    'public-url': z.string().nullable(),
    'audit-retention-days': z.number().nullable(),
  })
  .partial()
  .meta({ id: 'SettingChanges' });
export type SettingChanges = z.infer<typeof settingChangesSchema>;
