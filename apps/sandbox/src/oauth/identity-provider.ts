import { type IncomingMessage, type ServerResponse } from 'node:http';
import { type KoaContextWithOIDC, type Provider } from 'oidc-provider';
import { type Faults } from '../faults/faults.js';
import { guardAppOnly } from './app-only.js';
import { speakToDevices } from './device-answers.js';
import { DevicePolling } from './device-polling.js';
import { speakGoogle } from './google-answers.js';
import { jwtBearer } from './jwt-bearer.js';
import { speakMicrosoft } from './microsoft-answers.js';
import { admitJwts } from './microsoft-tokens.js';
import { speakPlainly } from './plain-answers.js';
import { isProfile, profileNames, profiles, type Profile } from './profiles.js';
import { createProvider, type ProviderParts } from './provider.js';
import { routeOf, withKnownPrompts } from './route.js';
import { SignIn } from './sign-in.js';
import { guardTokenEndpoint } from './token-endpoint.js';
import { type TokenRequests } from './token-requests.js';

type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

/** The OAuth2 side of the sandbox: four providers behind one origin, and their sign-in pages. */
export class IdentityProvider {
  readonly providers: Readonly<Record<Profile, Provider>>;
  readonly #handlers: Readonly<Record<Profile, Handler>>;
  readonly #signIns: Readonly<Record<Profile, SignIn>>;

  constructor(origin: string, parts: ProviderParts, requests: TokenRequests, faults: Faults) {
    this.providers = forEach((profile) => createProvider(origin, profile, parts));
    for (const profile of profileNames) this.prepare(profile, origin, parts, requests, faults);
    this.#handlers = forEach((profile) => this.providers[profile].callback() as Handler);
    this.#signIns = forEach((profile) => new SignIn(profile, this.providers[profile], parts.people));
  }

  async handle(req: IncomingMessage & { originalUrl?: string }, res: ServerResponse): Promise<void> {
    const [, area, name] = (req.url ?? '/').split('/');
    if (area === 'sign-in' && isProfile(name)) return this.#signIns[name].handle(req, res);
    const { profile, url, originalUrl, tenant } = routeOf(req.url ?? '/');
    const begins = this.isPath(profile, 'authorization', url);
    const beginsOnDevice = req.method === 'GET' && this.isPath(profile, 'code_verification', url);
    // Every authorization starts with the question who you are; a remembered session would answer it for you.
    if (begins || beginsOnDevice) delete req.headers.cookie;
    req.headers['x-sandbox-tenant'] = tenant;
    Object.assign(
      req,
      begins
        ? { url: withKnownPrompts(url), originalUrl: withKnownPrompts(originalUrl) }
        : { url, originalUrl },
    );
    await this.#handlers[profile](req, res);
  }

  private isPath(profile: Profile, route: string, url: string): boolean {
    return url.split('?')[0] === this.providers[profile].pathFor(route, { mountPath: '' });
  }

  private prepare(
    profile: Profile,
    origin: string,
    { records, people, deviceIntervalSeconds }: ProviderParts,
    requests: TokenRequests,
    faults: Faults,
  ): void {
    const provider = this.providers[profile];
    const { token = '/token', device_authorization: device = '/device/auth' } = profiles[profile].routes;
    provider.use(guardTokenEndpoint(profile, token, requests, faults) as never);
    const note = (ctx: KoaContextWithOIDC, refusal: unknown): void => void (ctx.state.refusal = refusal);
    provider.on('grant.error', note);
    provider.on('device_authorization.error', note);
    if (profile === 'microsoft') {
      provider.use(speakMicrosoft(records) as never);
      provider.use(guardAppOnly as never);
      provider.use(admitJwts as never);
    }
    if (profile === 'google') {
      const house = {
        provider,
        records,
        people,
        tokenUrl: origin + token,
        now: () => Math.floor(faults.now().getTime() / 1000),
      };
      provider.use(jwtBearer(house) as never);
      provider.use(speakGoogle as never);
    }
    if (profile === 'plain') provider.use(speakPlainly as never);
    provider.use(speakToDevices(profile, device, new DevicePolling(deviceIntervalSeconds)) as never);
    provider.on('server_error', (_ctx: KoaContextWithOIDC, error: unknown) =>
      console.error('sandbox: the provider failed', error),
    );
  }
}

function forEach<T>(make: (profile: Profile) => T): Record<Profile, T> {
  return {
    microsoft: make('microsoft'),
    google: make('google'),
    strict: make('strict'),
    plain: make('plain'),
  };
}
