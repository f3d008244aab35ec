import fc from 'fast-check';
import { readXml } from './read-xml.js';

describe('readXml', () => {
  it('reads elements, attributes, text and the entities that every parser knows', () => {
    const root = readXml(
      '\uFEFF<?xml version="1.0"?>\n<!-- note --><Config Version=\'1.1\'><a x="&lt;1&gt;">one &amp; &#116;w&#x6f;</a><b/><c><![CDATA[<raw>]]></c></Config>\n',
    );
    expect(root).toMatchObject({ name: 'config', attributes: { version: '1.1' } });
    expect(root?.children.map(({ name, text }) => [name, text])).toEqual([
      ['a', 'one & two'],
      ['b', ''],
      ['c', '<raw>'],
    ]);
    expect(root?.children[0]?.attributes).toEqual({ x: '<1>' });
  });

  it.each([
    ['a document type', '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'],
    ['an outer entity', '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'],
    ['an end that was not begun', '</a>'],
    ['another end', '<a></b>'],
    ['no end', '<a><b></b>'],
    ['two roots', '<a/><b/>'],
    ['nothing', ''],
    ['words', 'hello'],
    ['a bare less-than', '<a>1 < 2</a>'],
    ['a deep nest', '<a>'.repeat(21) + '</a>'.repeat(21)],
    ['a wide one', `<r>${'<a/>'.repeat(30_000)}</r>`],
    ['a large one', `<a>${'x'.repeat(300_000)}</a>`],
  ])('refuses %s', (_, document) => {
    expect(readXml(document)).toBeNull();
  });

  it('expands no entity of a stranger', () => {
    expect(readXml('<a>&e;&#0;&#x110000;</a>')?.text).toBe('&e;');
  });

  it('answers whatever comes, and soon', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            '<',
            '>',
            '/',
            '!',
            '?',
            '-',
            '[',
            ']',
            '&',
            ';',
            '#',
            '=',
            ' ',
            'a',
            '"',
            "'",
          ),
          maxLength: 400,
        }),
        (document) => {
          const root = readXml(document);
          expect(root === null || root.name !== '').toBe(true);
        },
      ),
    );
  });
});
