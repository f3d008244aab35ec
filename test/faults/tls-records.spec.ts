import { recordCuts, recordStarts } from './tls-records.js';

function record(bytes: number): Buffer {
  const whole = Buffer.alloc(5 + bytes, 7);
  whole.writeUInt16BE(bytes, 3);
  return whole;
}

const stream = Buffer.concat([record(5), record(15), record(0)]);

it('knows where the records of a stream begin and where it ends', () => {
  expect(recordStarts(stream)).toEqual([0, 10, 30, 35]);
});

it('cuts between the records and within each', () => {
  expect(recordCuts(stream)).toEqual([5, 10, 20, 30]);
});
