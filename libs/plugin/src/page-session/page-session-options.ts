/** Sessions of the pages for a host whose front end knows people by bearer tokens. */
export interface PageSessionOptions {
  /** Origins of front ends that may open one, e.g. `https://app.example.com`, besides that of the public URL. */
  readonly frontEnds?: readonly string[];
}

/** What the host decided about sessions of the pages; null where it wants none. */
export class PageSessionRules {
  constructor(readonly options: PageSessionOptions | null) {}
}
