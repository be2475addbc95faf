import { describe, expect, test } from 'vitest';
import {
  actorOf,
  FACTS,
  isPerson,
  signature,
  signerOf,
  SYSTEM,
  type Actor,
} from '../../shared/domain/actor.ts';
import { hasOffice, mayPunish } from '../../shared/domain/cases/standing.ts';
import { jurisdictionOf, type Jurisdiction } from '../../shared/rules/catalogue.ts';

/** Who acted, as it is kept and as it is said; and which office may act at all. */

const officer: Actor = { role: 'bureau-officer', sub: 'zhang:san' };

describe('who acted', () => {
  test.each<[string, Actor]>([
    ['bureau-officer:zhang:san', officer],
    ['bureau-leader:', { role: 'bureau-leader', sub: '' }],
    ['system', SYSTEM],
    ['facts', FACTS],
  ])('is said as %s, and read back from it', (text, actor) => {
    expect(signature(actor)).toBe(text);
    expect(signerOf(text)).toEqual(actor);
  });

  test.each(['', 'zhang', 'nobody:zhang', ':zhang', 'bureau-officer', 'systems'])(
    'is not read from "%s"',
    (text) => {
      expect(signerOf(text)).toBeUndefined();
    },
  );

  test('is a person with a token, and nothing of the token besides', () => {
    expect([officer, SYSTEM, FACTS].map(isPerson)).toEqual([true, false, false]);
    const token = { role: 'bureau-leader', sub: 'l', jurisdiction: 'baixiang', office: 'archives' } as const;
    expect(actorOf(token)).toEqual({ role: 'bureau-leader', sub: 'l' });
  });
});

describe('an office that may punish', () => {
  const of = (id: string): Jurisdiction => jurisdictionOf(id) ?? fail(id);

  test('is there where the jurisdiction names it, else that for archives alone', () => {
    const offices = ['archives', 'civil-defence', 'legal-affairs'] as const;
    expect(offices.filter((office) => hasOffice(of('baixiang'), office))).toEqual([...offices]);
    expect(offices.filter((office) => hasOffice(of('hongjiang'), office))).toEqual(['archives']);
  });

  test('is a bureau, and no archive', () => {
    expect(['柏乡县档案局', '鹿泉区档案馆'].map(mayPunish)).toEqual([true, false]);
  });
});

function fail(id: string): never {
  throw new Error(`no jurisdiction ${id}`);
}
