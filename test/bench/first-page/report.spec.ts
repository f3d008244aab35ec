import { report } from './report.js';

it('says medians over the visits', () => {
  const visit = { paint: 100, heading: 200, clicked: 300, bytes: 250_400, scriptBytes: 200_600 };
  expect(report([visit, { ...visit, paint: 900, heading: 210 }, { ...visit, clicked: 299 }])).toEqual({
    bench: 'first-page',
    visits: 3,
    first_paint_ms: 100,
    heading_ms: 200,
    click_answered_ms: 300,
    kb: 250,
    script_kb: 201,
  });
});
