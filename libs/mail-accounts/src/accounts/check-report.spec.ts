import { mailAccountProblem } from '../mail-accounts-problems.js';
import { CheckNotes, failureOf, stepsOf } from './check-report.js';

it.each([
  ['tls', ['encrypt', 'greeting']],
  ['starttls', ['greeting', 'encrypt']],
  ['none', ['greeting']],
] as const)('with %s the middle steps are %j', (security, middle) => {
  expect(stepsOf(security)).toEqual([
    'resolve',
    'credentials',
    'connect',
    ...middle,
    'sign-in',
    'folder',
    'rights',
  ]);
});

describe('CheckNotes', () => {
  it('names the step that failed: the one after the last that was passed', () => {
    const notes = new CheckNotes('none');
    notes.passed('resolve');
    notes.passed('credentials');
    notes.failed(mailAccountProblem('mailbox-connection-refused', { params: { port: 993 } }));
    expect(notes.steps.map(({ step, ok }) => [step, ok])).toEqual([
      ['resolve', true],
      ['credentials', true],
      ['connect', false],
    ]);
    expect(failureOf(notes)).toMatchObject({
      step: 'connect',
      problem: { code: 'mailbox-connection-refused', params: { port: 993 }, disposition: 'give-up' },
    });
  });

  it('counts a step once, however often it is told', () => {
    const notes = new CheckNotes('none');
    for (const step of ['resolve', 'credentials', 'connect', 'connect', 'greeting', 'connect'] as const) {
      notes.passed(step);
    }
    expect(notes.steps.map(({ step }) => step)).toEqual(['resolve', 'credentials', 'connect', 'greeting']);
    expect(failureOf(notes)).toBeNull();
  });

  it('has no word for what has no name', () => {
    const notes = new CheckNotes('none');
    notes.failed(new Error('password was hunter2'));
    expect(JSON.stringify(notes.steps)).not.toContain('hunter2');
    expect(notes.steps[0]?.problem?.code).toBe('unexpected');
  });
});
