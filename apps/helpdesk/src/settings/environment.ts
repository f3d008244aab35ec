import { z } from 'zod';

const MINIMUM_SECRET = 32;
const KEY_BYTES = 32;

const port = z.coerce.number().int().min(0).max(65_535);
const onOff = z.enum(['on', 'off']).transform((value) => value === 'on');
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean),
);

const key = z.string().transform((entry, context) => {
  const colon = entry.indexOf(':');
  const bytes = Buffer.from(entry.slice(colon + 1), 'base64');
  if (colon > 0 && bytes.length === KEY_BYTES) return { id: entry.slice(0, colon), bytes };
  context.addIssue({
    code: 'custom',
    message: `wants <id>:<base64 of ${KEY_BYTES} bytes>, separated by commas`,
  });
  return z.NEVER;
});

const environmentSchema = z.object({
  PORT: port.default(3000),
  HOST: z.string().optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATA_DIR: z.string().default('.data'),
  POSTGRES_PORT: port.optional(),
  SANDBOX: onOff.optional(),
  TRUSTED_NETWORKS: list.optional(),
  SESSION_SECRET: z.string().min(MINIMUM_SECRET).optional(),
  MAILROOM_KEYS: list.pipe(z.array(key).min(1)).optional(),
  METRICS_TOKEN: z.string().min(MINIMUM_SECRET).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace']).optional(),
  LOG_FORMAT: z.enum(['json', 'pretty']).optional(),
  ADMIN_PASSWORD: z.string().optional(),
  AGENT_PASSWORD: z.string().optional(),
  WORK: onOff.default(true),
  GROUPS: onOff.default(true),
  ACKNOWLEDGE: onOff.default(false),
  REOPEN_DAYS: z.coerce.number().int().min(0).max(3_650).optional(),
});

/** What the operator set, parsed; nothing is decided yet. */
export type Environment = z.infer<typeof environmentSchema>;

/** A setting that cannot be used; the message is one sentence that names it. */
export class SettingRefused extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'SettingRefused';
  }
}

/** Reads the process's environment once. A variable that is set to nothing counts as not set. Throws SettingRefused. */
export function readEnvironment(variables: NodeJS.ProcessEnv = process.env): Environment {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = environmentSchema.safeParse(set);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new SettingRefused(`${String(issue?.path[0])} cannot be used: ${issue?.message}.`);
}

/** The environment for a process of ours, with `added` on top. */
export function environmentWith(added: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, ...added };
}
