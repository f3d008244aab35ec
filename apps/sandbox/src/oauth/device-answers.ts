import { type errors, type KoaContextWithOIDC } from 'oidc-provider';
import { type DevicePolling } from './device-polling.js';
import { parameter } from './parameter.js';
import { type Profile } from './profiles.js';

type Next = () => Promise<unknown>;
type Refusal = errors.OIDCProviderError;

/** What the plain server answers a device that asks for a code. */
interface DeviceAnswer {
  readonly device_code: string;
  readonly user_code: string;
  readonly verification_uri: string;
  readonly verification_uri_complete: string;
  readonly expires_in: number;
}

/** Adds what the plain server lacks in the device flow: an interval, `slow_down`, and the manner of the provider. */
export function speakToDevices(profile: Profile, path: string, polling: DevicePolling) {
  return async (ctx: KoaContextWithOIDC, next: Next): Promise<void> => {
    await next();
    if (ctx.path === path && ctx.status === 200 && ctx.method === 'POST')
      ctx.body = inTheirManner(profile, ctx.body as DeviceAnswer, polling.interval);
    const refusal = ctx.state.refusal as Refusal | undefined;
    if (refusal?.error !== 'authorization_pending' || profile === 'microsoft') return;
    if (polling.isTooEarly(parameter(ctx.oidc.body?.device_code), Date.now())) askToSlowDown(ctx);
  };
}

function inTheirManner(profile: Profile, answer: DeviceAnswer, interval: number): Record<string, unknown> {
  const { verification_uri, verification_uri_complete, ...codes } = answer;
  const pace = interval > 0 ? { interval } : {};
  switch (profile) {
    case 'microsoft': {
      const message = `To sign in, use a web browser to open the page ${verification_uri} and enter the code ${codes.user_code} to authenticate.`;
      return { ...codes, verification_uri, ...pace, message };
    }
    case 'google':
      return { ...codes, verification_url: verification_uri, ...pace };
    case 'strict':
    case 'plain':
      return { ...codes, verification_uri, verification_uri_complete, ...pace };
  }
}

function askToSlowDown(ctx: KoaContextWithOIDC): void {
  const refusal = { error: 'slow_down', error_description: 'polling is too frequent' };
  ctx.state.refusal = refusal;
  ctx.body = refusal;
}
