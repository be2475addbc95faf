import { describe, expect, test } from 'vitest';
import { acceptanceEvents } from '../../shared/domain/cases/acceptance-events.ts';
import { caseEvents } from '../../shared/domain/cases/case-events.ts';
import { eventBody } from '../../shared/domain/cases/event.ts';
import { stages as zh } from '../../web/src/i18n/zh/stages.ts';
import { stages as en } from '../../web/src/i18n/en/stages.ts';
import {
  eventBodyOf,
  fieldLabel,
  placeOf,
  shownFields,
  startOf,
  type OpenEvent,
} from '../../web/src/pages/subject/stage/fields.ts';
import {
  stageFields,
  type StageField,
  type StageValue,
  type StageValues,
} from '../../web/src/pages/subject/stage/table.ts';

const schemas = { ...caseEvents, ...acceptanceEvents };
const all = Object.entries(schemas).map(([event, schema]) => ({ event, schema }));
const listed = ['conditions', 'situation', 'parts', 'filedWith', 'steps', 'reports', 'provision', 'grade'];
const open = (event: string): OpenEvent => ({
  event,
  name: event,
  open: true,
  lacks: [],
  choices: Object.fromEntries(listed.map((name) => [name, ['甲', '乙']])),
});
const fieldsOf = (event: string): readonly StageField[] =>
  Object.entries(stageFields).find(([name]) => name === event)?.[1] ?? [];

/** Something for each field, as a person fills it in. */
function filled({ kind, options = [] }: StageField): StageValue {
  switch (kind) {
    case 'day':
      return '2026-09-10';
    case 'instant':
    case 'moment':
      return '2026-09-10T09:30';
    case 'points':
      return [{ point: '情节轻微', adopted: true, reason: '已经改正' }];
    case 'instalments':
      return [{ dueOn: '2026-11-10', amount: '100' }];
    case 'yuan':
    case 'score':
      return '88.5';
    case 'count':
      return '3';
    case 'problems':
      return [{ text: '缺图章', rectifyBy: '2026-11-10' }];
    case 'future-day':
      return '2026-11-20';
    case 'flag':
      return true;
    case 'yes-no':
      return 'yes';
    case 'choice':
      return options.at(-1);
    case 'all-of':
    case 'papers':
    case 'names':
      return ['甲', ' ', '乙 '];
    case 'officers':
      return [{ name: '刘一 ', certificate: 'JC-1' }, {}];
    case 'officer':
      return { name: '陈二', certificate: 'JC-2' };
    case 'members':
      return [{ name: '甲', from: '区档案局' }];
    case 'line':
    case 'text':
    case 'one-of':
    case 'person':
      return ' 内容 ';
  }
}
const whole = (event: string, changed: StageValues = {}): StageValues => ({
  ...Object.fromEntries(fieldsOf(event).map((field) => [field.name, filled(field)])),
  ...changed,
});

/** What has to be chosen for the most fields to be asked. */
const choosing: Readonly<Record<string, StageValues>> = {
  service: { method: 'personal' },
  'remedy-ended': { result: 'changed' },
};

describe('the form of an event', () => {
  test.each(all)('$event: asks for every field that the contract takes', ({ event, schema }) => {
    const names = fieldsOf(event).map(({ name }) => name);
    expect(['event', ...names].sort()).toEqual(Object.keys(schema.shape).sort());
  });

  test.each(all)('$event: what is filled in is taken, and nothing of it is lost', ({ event }) => {
    const body = eventBodyOf(open(event), whole(event, choosing[event] ?? {}));
    expect(eventBody.parse(body)).toEqual(body);
    const hidden = event === 'service' ? ['electronicConsent'] : [];
    const sent = fieldsOf(event).filter(({ name }) => !hidden.includes(name));
    expect(Object.keys(body)).toEqual(['event', ...sent.map(({ name }) => name)]);
  });

  test.each(all)('$event: its fields have names in both languages', ({ event }) => {
    for (const { name } of fieldsOf(event))
      for (const words of [zh, en]) expect(fieldLabel(words, event, name)).not.toMatch(/\./);
  });

  test('sends what was typed without spaces, numbers as numbers, instants of the Chinese zone', () => {
    expect(eventBodyOf(open('discovery-record'), whole('discovery-record'))).toEqual({
      event: 'discovery-record',
      at: '2026-09-10T09:30:00+08:00',
      officers: [{ name: '刘一', certificate: 'JC-1' }],
      place: '内容',
      documents: ['甲', '乙'],
      text: '内容',
    });
    expect(eventBodyOf(open('score'), { score: '84.5' })).toEqual({ event: 'score', score: 84.5 });
    expect(eventBodyOf(open('decision-review'), { opinion: '同意', collective: false })).toEqual({
      event: 'decision-review',
      opinion: '同意',
    });
  });

  test('leaves out what is not asked: another way of service, a list that the rulebook has not', () => {
    const served = { method: 'electronic', receivedBy: '冯某', witnesses: ['甲'], electronicConsent: '卷二' };
    expect(eventBodyOf(open('service'), served)).toEqual({
      event: 'service',
      method: 'electronic',
      receivedBy: '冯某',
      electronicConsent: '卷二',
    });
    expect(eventBodyOf(open('statement'), { received: 'no', text: '不服' })).toEqual({
      event: 'statement',
      received: false,
    });
    const shown = shownFields({ ...open('collective-discussion'), choices: { filedWith: ['省'] } }, {});
    expect(shown.map(({ name }) => name)).not.toContain('parts');
  });

  test('begins with today, the officers of the case and what its facts say', () => {
    const officers = [{ name: '刘一', certificate: 'JC-1' }];
    const fresh = {
      ...{ id: 'c', jurisdiction: 'baixiang', kind: 'case' as const, name: '某案', traits: [] },
      ...{ contacts: [], createdAt: '', version: 1, facts: { fine: 20_000, party: 'unit', major: true } },
    };
    const subject = { ...fresh, case: { officers, recused: [], approvals: [] } };
    expect(startOf(open('filing-proposal'), subject, '2026-09-10')).toEqual({ on: '2026-09-10', officers });
    expect(startOf(open('filing-approval'), subject, '2026-09-10')).toEqual({ on: '2026-09-10' });
    expect(startOf(open('decision-proposal'), subject, undefined)).toEqual({
      party: 'unit',
      fine: '20000',
      major: true,
    });
    expect(startOf({ ...open('discovery-record'), least: { officers: 3 } }, fresh, undefined)).toEqual({
      officers: [{}, {}, {}],
    });
    expect(startOf({ ...open('hearing-held') }, fresh, '2026-09-10')).toEqual({ on: '2026-09-10' });
  });

  test('shows what was refused at its field', () => {
    const at = (event: string, path: string) =>
      placeOf(path, shownFields(open(event), whole(event)), whole(event));
    expect(at('filing-proposal', 'conditions')).toEqual(['conditions']);
    expect(at('filing-proposal', 'conditions.2')).toEqual(['conditions']);
    expect(at('filing-proposal', 'officers.1.certificate')).toEqual(['officers', 1, 'certificate']);
    expect(at('filing-proposal', 'officers')).toEqual(['officers', 0, 'name']);
    expect(at('recusal', 'replacement')).toEqual(['replacement', 'name']);
    expect(at('filing-proposal', 'discovery-record')).toBeUndefined();
    expect(at('filing-review', 'event')).toBeUndefined();
  });
});
