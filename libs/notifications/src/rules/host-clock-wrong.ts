import { type ClockHealthRow } from '@mailroom/oauth-tokens';
import { type Finding } from '../banners/banner.js';

/** The clock of a machine that Mailroom runs on differs from a provider's by more than a minute: one banner, the worst case in it. */
export function hostClockWrong(clocks: readonly ClockHealthRow[]): Finding | null {
  const [worst] = clocks.toSorted((one, other) => Math.abs(other.skewSeconds) - Math.abs(one.skewSeconds));
  if (!worst) return null;
  const { host, provider, skewSeconds, measuredAt } = worst;
  return {
    kind: 'host-clock-wrong',
    cause: 'clock',
    severity: 'warning',
    params: {
      host,
      provider,
      minutes: String(Math.round(Math.abs(skewSeconds) / 60)),
      direction: skewSeconds > 0 ? 'ahead of' : 'behind',
      measuredAt: measuredAt.toISOString(),
    },
    action: { kind: 'open', path: 'tokens' },
  };
}
