import { broughtCorrelation, correlate, requestCorrelation } from './request-correlation.js';
import { correlationId } from './correlation.js';

const TRACE = '0af7651916cd43dd8448eb211c80319c';

describe('broughtCorrelation', () => {
  it.each([
    ['x-request-id', { 'x-request-id': 'incident-0042' }, 'incident-0042'],
    ['the trace-id of traceparent', { traceparent: `00-${TRACE}-b7ad6b7169203331-01` }, TRACE],
    [
      'x-request-id before traceparent',
      { 'x-request-id': 'incident-0042', traceparent: `00-${TRACE}-b7ad6b7169203331-01` },
      'incident-0042',
    ],
    ['a traceparent of a later version', { traceparent: `01-${TRACE}-b7ad6b7169203331-01-more` }, TRACE],
    ['nothing of what is too short', { 'x-request-id': 'short' }, null],
    ['nothing that would break a line', { 'x-request-id': 'incident-0042\nlevel=fatal' }, null],
    ['nothing that is too long', { 'x-request-id': 'x'.repeat(65) }, null],
    ['nothing of two at once', { 'x-request-id': ['incident-0042', 'incident-0043'] }, null],
    ['no trace-id of zeros', { traceparent: `00-${'0'.repeat(32)}-b7ad6b7169203331-01` }, null],
    ['nothing', {}, null],
  ])('takes %s', (_, headers, id) => expect(broughtCorrelation(headers)).toBe(id));
});

describe('requestCorrelation', () => {
  it('is the same for one request, whoever asks, and another for the next', () => {
    const raw = { headers: {} };
    const id = requestCorrelation(raw);
    expect(requestCorrelation({ raw, headers: raw.headers })).toBe(id);
    expect(requestCorrelation({ headers: {} })).not.toBe(id);
  });
});

describe('correlate', () => {
  it('goes on under the id of the request, and answers it', () => {
    const headers: Record<string, string> = {};
    let inside: string | undefined;
    correlate(
      { headers: { 'x-request-id': 'incident-0042' } },
      { setHeader: (name, value) => (headers[name] = value) },
      () => (inside = correlationId()),
    );
    expect([inside, headers['x-request-id'], correlationId()]).toEqual([
      'incident-0042',
      'incident-0042',
      undefined,
    ]);
  });
});
