import { describe, expect, test } from 'vitest';
import { readRoster } from './roster.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('a roster as CSV', () => {
  test('reads names, addresses, groups and sections, whatever the order and the case of the head', () => {
    const read = readRoster(
      bytes('Group,E-mail,NAME,Section\nRed,Ada@Example.org,Ada Okafor,Mon\n,,Bea Kim,\n'),
    );
    expect(read).toEqual({
      ok: true,
      kind: 'plain',
      passedOver: 0,
      rows: [
        { line: 2, name: 'Ada Okafor', email: 'ada@example.org', section: 'Mon', group: 'Red', canvas: null },
        { line: 3, name: 'Bea Kim', email: null, section: null, group: null, canvas: null },
      ],
    });
  });

  test.each([
    ['semicolons', 'name;email\nAda;ada@example.org\n'],
    ['tabs', 'name\temail\nAda\tada@example.org\n'],
    ['a byte order mark and CRLF', '\uFEFFname,email\r\nAda,ada@example.org\r\n'],
    ['two columns for the name', 'first name,last name,email\nAda,,ada@example.org\n'],
    ['quotes, and empty lines', 'name,email\n\n"Ada","ada@example.org"\n\n'],
  ])('takes %s', (_, text) => {
    const read = readRoster(bytes(text));
    expect(read.ok && read.rows.map(({ name, email }) => [name, email])).toEqual([
      ['Ada', 'ada@example.org'],
    ]);
  });

  test('names every line that is wrong, and gives no rows at all', () => {
    const read = readRoster(
      bytes(
        'name,email,group\nAda,ada@example.org,Red\n,bea@example.org,Red\nChi,chi at home,Red\nDev,ada@example.org,\n',
      ),
    );
    expect(read).toEqual({
      ok: false,
      problems: [
        { line: 3, fault: { key: 'roster.nameMissing' } },
        { line: 4, fault: { key: 'roster.notEmail', values: { email: 'chi at home' } } },
        { line: 5, fault: { key: 'roster.emailTwice', values: { email: 'ada@example.org', line: '2' } } },
      ],
    });
  });

  test.each([
    ['nothing', '', 1],
    ['a head alone', 'name,email\n', 1],
    ['no column for the name', 'email,group\nada@example.org,Red\n', 1],
    ['a quotation mark left open', 'name,email\n"Ada,ada@example.org\n', 2],
  ])('refuses %s', (_, text, line) => {
    const read = readRoster(bytes(text));
    expect(read).toMatchObject({ ok: false, problems: [{ line }] });
  });

  test('refuses what is no text', () => {
    expect(readRoster(new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0])).ok).toBe(false);
  });
});

describe('a Canvas gradebook export', () => {
  const gradebook = `Student,ID,SIS User ID,SIS Login ID,Section,Essay 1 (4401)
    Points Possible,,,,,10
"Okafor, Ada",101,S-7,ada@example.org,Rhetoric 01,8
"Kim, Bea",102,S-8,bkim,Rhetoric 02,
"Student, Test",,,f00,Rhetoric 01,
`;

  test('keeps the ids as they are, says names as people do, and passes over what is no student', () => {
    expect(readRoster(bytes(gradebook))).toEqual({
      ok: true,
      kind: 'canvas',
      passedOver: 2,
      rows: [
        {
          line: 3,
          name: 'Ada Okafor',
          email: 'ada@example.org',
          section: 'Rhetoric 01',
          group: null,
          canvas: { id: '101', sisUserId: 'S-7', sisLoginId: 'ada@example.org' },
        },
        {
          line: 4,
          name: 'Bea Kim',
          email: null,
          section: 'Rhetoric 02',
          group: null,
          canvas: { id: '102', sisUserId: 'S-8', sisLoginId: 'bkim' },
        },
      ],
    });
  });
});
