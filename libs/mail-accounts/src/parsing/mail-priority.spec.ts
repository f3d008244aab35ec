import { mailPriority } from './mail-priority.js';

it.each<[Record<string, string[]>, string]>([
  [{ 'x-priority': ['1 (Highest)'] }, 'high'],
  [{ 'x-priority': ['2'] }, 'high'],
  [{ 'x-priority': ['3 (Normal)'], importance: ['High'] }, 'high'],
  [{ 'x-priority': ['5'] }, 'low'],
  [{ importance: ['low'] }, 'low'],
  [{ priority: ['non-urgent'] }, 'low'],
  [{ priority: ['urgent'] }, 'high'],
  [{ 'x-msmail-priority': ['High'] }, 'high'],
  [{ 'x-priority': ['17'], importance: [''] }, 'normal'],
  [{}, 'normal'],
])('%j is %s', (headers, priority) => {
  expect(mailPriority(headers)).toBe(priority);
});
