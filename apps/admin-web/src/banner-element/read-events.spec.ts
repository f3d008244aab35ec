import { eventReader } from './read-events.js';

const whole = 'event: banners\ndata: {"items":[]}\n\n';

it('reads an event, however it is cut into pieces', () => {
  for (let cut = 0; cut <= whole.length; cut += 1) {
    const read = eventReader();
    const events = [...read(whole.slice(0, cut)), ...read(whole.slice(cut))];
    expect(events).toEqual([{ type: 'banners', data: '{"items":[]}' }]);
  }
});

it('reads several, joins lines of data, and leaves comments alone', () => {
  const read = eventReader();
  expect(read(`: \n\n${whole}data:a\ndata: b\r\n\r\ndata: un`)).toEqual([
    { type: 'banners', data: '{"items":[]}' },
    { type: 'message', data: 'a\nb' },
  ]);
  expect(read('finished\n\n')).toEqual([{ type: 'message', data: 'unfinished' }]);
});
