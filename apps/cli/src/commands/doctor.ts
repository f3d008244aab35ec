import { type Command } from 'commander';
import { Clock, Database, Egress, KeyRing, KeyRotation, SchemaState, Settings } from '@mailroom/kernel';
import { Banners, type Banner } from '@mailroom/notifications';
import { OAuthClients } from '@mailroom/oauth-tokens';
import { fault, fine, type Finding, type Verdict, warning } from '../doctor/finding.js';
import { lookAtDatabase } from '../doctor/look-at-database.js';
import { lookAtKeys } from '../doctor/look-at-keys.js';
import { lookAtMailHosts } from '../doctor/look-at-mail-hosts.js';
import { lookAtPublicUrl } from '../doctor/look-at-public-url.js';
import { lookAtSchema } from '../doctor/look-at-schema.js';
import { lookAtTrust } from '../doctor/look-at-trust.js';
import { lookAtSettings } from '../doctor/look-at-settings.js';
import { lookOutside, type Outside } from '../doctor/look-outside.js';
import { CommandFailure } from '../output/command-failure.js';
import { type Errand } from './errand.js';

const SIGNS: Readonly<Record<Verdict, string>> = { ok: 'ok     ', warning: 'WARNING', fault: 'FAULT  ' };

/** As monitoring plugins end. */
const [WARNINGS, FAULTS] = [1, 2];

/** `doctor`. */
export function doctorCommand(program: Command, errand: Errand): void {
  program
    .command('doctor')
    .description(
      'look at settings, database, clocks, keys, hosts, providers and tokens; exit code 0 all well, 1 warnings, 2 faults',
    )
    .action(async () => {
      const findings = await examine(errand);
      errand.screen.result({ findings }, findings.map(lineOf).join('\n'));
      if (findings.some(({ verdict }) => verdict === 'fault')) {
        throw new CommandFailure(
          'faults-found',
          'Something does not work; the lines that say FAULT name the cure.',
          FAULTS,
        );
      }
      if (findings.some(({ verdict }) => verdict === 'warning')) errand.attention(WARNINGS);
    });
}

async function examine(errand: Errand): Promise<Finding[]> {
  const [settings, database, keys] = [
    await errand.get(Settings),
    await errand.get(Database),
    await errand.get(KeyRing),
  ];
  const [egress, clock] = [await errand.get(Egress), await errand.get(Clock)];
  const now = () => clock.now();
  const findings = [
    ...lookAtSettings(settings, keys),
    lookAtTrust(process.env),
    ...(await lookAtSecrets(errand)),
    ...(await lookAtDatabase(database, now)),
    await lookAtSchema(await errand.get(SchemaState)),
    await lookAtPublicUrl(settings, egress),
    ...(await lookAtMailHosts(database, egress)),
  ];
  for (const outside of await providersOf(errand))
    findings.push(...(await lookOutside(egress, outside, now)));
  const banners = await (await errand.get(Banners)).list();
  return [
    ...findings,
    ...(banners.length === 0 ? [NOTHING_AILS] : banners.map((banner) => ailment(banner, settings))),
  ];
}

async function lookAtSecrets(errand: Errand): Promise<Finding[]> {
  const rotation = await errand.get(KeyRotation);
  return [lookAtKeys(await rotation.progress(), await rotation.spoilt())];
}

const NOTHING_AILS = fine('banners', 'No token, account or server asks for attention.');

function ailment({ kind, severity, params, action }: Banner, settings: Settings): Finding {
  const facts = Object.values(params).filter((value) => value !== null);
  const says = `${kind.replaceAll('-', ' ')}: ${facts.join(', ')}.`;
  const cure = `Open ${settings.at(action.path)}`;
  return severity === 'critical' ? fault('banners', says, cure) : warning('banners', says, cure);
}

// One look per host, however many clients share it.
async function providersOf(errand: Errand): Promise<Outside[]> {
  const clients = await (await errand.get(OAuthClients)).list();
  const hosts = new Map<string, Outside>();
  for (const { validity, tokenEndpoint, name } of clients) {
    const { origin } = new URL(tokenEndpoint);
    if (validity === 'valid' && !hosts.has(origin))
      hosts.set(origin, { url: origin, needed: `tokens of ${name}` });
  }
  return [...hosts.values()];
}

function lineOf({ check, verdict, says, cure }: Finding): string {
  const first = `${SIGNS[verdict]}  ${check}: ${says}`;
  return cure === null ? first : `${first}\n         ${cure}`;
}
