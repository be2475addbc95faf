import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { canonical } from '../../shared/domain/canonical.ts';
import { BEFORE_FIRST, linkOf, verifyChain, type Link } from '../../shared/domain/ledger.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A chain of three decisions, as a bureau would have it. */
function chain(): Link[] {
  const first = linkOf(1, BEFORE_FIRST, { action: 'approved', by: 'bureau-leader:l1' });
  const second = linkOf(2, first.hash, { action: 'returned', by: 'bureau-leader:l2', reason: '证据不足' });
  return [first, second, linkOf(3, second.hash, { action: 'approved', by: 'bureau-leader:l1' })];
}

const changed = (at: number, change: Partial<Link>): Link[] =>
  chain().map((link, index) => (index === at ? { ...link, ...change } : link));

describe('a text that is hashed', () => {
  test.each([
    [{ b: 1, a: [2, { d: 3, c: null }] }, '{"a":[2,{"c":null,"d":3}],"b":1}'],
    [{ a: undefined, b: '乙' }, '{"b":"乙"}'],
    [{ ab: 1, 'a"': 2, Z: 3 }, '{"Z":3,"a\\"":2,"ab":1}'],
    [[undefined, null, true, 'x'], '[null,null,true,"x"]'],
    [undefined, 'null'],
    [null, 'null'],
    [{}, '{}'],
    [[], '[]'],
  ])('of %j is %s, whatever the order of its keys', (value, text) => {
    expect(canonical(value)).toBe(text);
  });
});

describe('a link', () => {
  test('holds the hash of its content, and of its number and the link before it', () => {
    const link = linkOf(1, BEFORE_FIRST, { by: 'x', action: 'y' });
    const content = sha256('{"action":"y","by":"x"}');
    expect(BEFORE_FIRST).toBe('0'.repeat(64));
    expect(link).toEqual({
      number: 1,
      previous: BEFORE_FIRST,
      contentHash: content,
      hash: sha256(`{"contentHash":"${content}","number":1,"previous":"${BEFORE_FIRST}"}`),
      content: { by: 'x', action: 'y' },
    });
  });
});

describe('a chain', () => {
  const [first, second, third] = chain();

  test('that nobody touched holds, with its contents or with the hashes alone', () => {
    const holds = { holds: true, links: 3, head: third?.hash };
    expect(verifyChain(chain())).toEqual(holds);
    expect(verifyChain(chain().map((link) => ({ ...link, content: undefined })))).toEqual(holds);
    expect(verifyChain([])).toEqual({ holds: true, links: 0, head: BEFORE_FIRST });
  });

  test('holds with a head that was kept of any of its links, and with no other', () => {
    for (const { hash } of chain()) expect(verifyChain(chain(), hash).holds).toBe(true);
    expect(verifyChain(chain(), '1'.repeat(64))).toEqual({
      holds: false,
      at: 3,
      why: 'the chain does not hold the head that was kept',
    });
    expect(verifyChain(chain().slice(0, 2), third?.hash)).toMatchObject({ holds: false, at: 2 });
  });

  test.each<[string, Link[], number, string]>([
    [
      'whose content was changed',
      changed(1, { content: { action: 'approved' } }),
      2,
      'the content of link 2',
    ],
    [
      'whose content’s hash was changed',
      changed(1, { content: undefined, contentHash: sha256('x') }),
      2,
      'the hash of link 2',
    ],
    ['whose hash was changed', changed(2, { hash: sha256('x') }), 3, 'the hash of link 3'],
    [
      'of which one was taken out',
      chain().filter((_, index) => index !== 1),
      2,
      'link 2 is missing: 3 stands there',
    ],
    ['of which the first was taken out', chain().slice(1), 1, 'link 1 is missing: 2 stands there'],
    [
      'that does not begin with the first',
      changed(0, { previous: sha256('x') }),
      1,
      'link 1 does not follow',
    ],
    [
      'into which one was put',
      [first, second, second, third].flatMap((link) => link ?? []),
      3,
      'link 3 is missing: 2 stands there',
    ],
    [
      'of which one was written anew',
      [
        first ?? linkOf(1, '', {}),
        linkOf(2, first?.hash ?? '', { action: 'other' }),
        third ?? linkOf(3, '', {}),
      ],
      3,
      'link 3 does not follow the one before it',
    ],
  ])('%s does not hold, and says where and why', (_, links, at, why) => {
    const found = verifyChain(links);
    expect(found).toMatchObject({ holds: false, at });
    expect('why' in found ? found.why : '').toContain(why);
  });
});
