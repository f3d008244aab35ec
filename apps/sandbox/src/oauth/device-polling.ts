interface Polled {
  readonly at: number;
  readonly interval: number;
}

/** Remembers who polls how often (RFC 8628 section 3.5): too early means `slow_down`, and five more seconds from then on. */
export class DevicePolling {
  readonly #polled = new Map<string, Polled>();

  constructor(private readonly usualInterval: () => number) {}

  /** Seconds between two questions as told to the device; 0 tells it nothing and nobody is ever too early. */
  get interval(): number {
    return this.usualInterval();
  }

  /** Notes a question about a code that is still pending, at this time in milliseconds. Did it come too early? */
  isTooEarly(deviceCode: string, now: number): boolean {
    if (this.interval === 0) return false;
    const before = this.#polled.get(deviceCode);
    const interval = before?.interval ?? this.interval;
    const early = before !== undefined && now - before.at < interval * 1000;
    this.#polled.set(deviceCode, { at: now, interval: early ? interval + 5 : interval });
    return early;
  }
}
