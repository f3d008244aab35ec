import { type Settings } from './app.module.js';

export function settingsOf(environment: NodeJS.ProcessEnv): Settings {
  const { DATABASE_URL: databaseUrl, PUBLIC_URL: publicUrl } = environment;
  if (databaseUrl === undefined) throw new Error('set DATABASE_URL');
  return publicUrl === undefined ? { databaseUrl } : { databaseUrl, publicUrl };
}
