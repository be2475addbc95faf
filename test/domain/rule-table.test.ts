import { describe, expect, test } from 'vitest';
import { jurisdictions, regulated, rulebookOf } from '../../shared/rules/catalogue.ts';
import { figureOf } from '../../shared/rules/rule.ts';
import { previewed, ruleOf } from '../support/deadlines/deadlines.ts';
import { project, withProjects } from '../support/deadlines/examples.ts';

/** The deadlines of each source with their clauses, as the sources’ table lists them. */

const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  hongjiang: {
    'key-project-archives/registration-after-start': '三(一)五(一)',
    'key-project-archives/registration-yearly': '三(一)五(一)',
    'key-project-archives/registration-after-acceptance': '三(一)五(一)',
    'key-project-archives/acceptance-application': '三(一)四(四)',
    'archives-security/self-inspection-report': '三(三)四(二)',
    'archives-security/self-inspection-summary': '三(三)四(二)',
    'archives-security/annual-assessment': '三(三)四(三)',
  },
  shexian: {
    'key-project-archives/registration-after-start': '三(一)四(一)',
    'key-project-archives/registration-yearly': '三(一)四(一)',
    'key-project-archives/registration-after-acceptance': '三(一)四(一)',
    'key-project-archives/acceptance-application': '三(一)五(四)',
    'archives-security/self-inspection-report': '三(三)五(二)',
    'archives-security/self-inspection-summary': '三(三)五(二)',
    'archives-security/annual-assessment': '三(三)五(三)',
    'public-service/annual-event': '二',
  },
  luquan: { 'archives-security/annual-assessment': '四(二)四(二)' },
  baixiang: {
    'key-project-archives/registration-after-start': '(六)五(一)',
    'key-project-archives/registration-yearly': '(六)五(一)',
    'key-project-archives/registration-after-acceptance': '(六)五(一)',
    'key-project-archives/acceptance-application': '(六)四(四)',
    'archives-security/self-inspection-report': '(八)四(二)',
    'archives-security/self-inspection-summary': '(八)四(二)',
    'archives-security/annual-assessment': '(八)四(三)',
    'archives-cases/evidence-formalities': '(十)三(一)1',
    'archives-cases/case-filing': '(十)三(二)1',
    'archives-cases/major-penalty-report': '(十)二',
    'civil-defence-cases/evidence-formalities': '(四)三(一)',
    'civil-defence-cases/case-filing': '(四)三(二)1',
    'civil-defence-cases/major-penalty-report': '(四)二',
    'public-service/annual-event': '公共服务事项 6–7',
  },
  liaoning: {
    'policy-goals/archive-building': '二.5',
    'policy-goals/holdings-digitised': '三.10',
    'policy-goals/digital-archives-system': '三.10',
    'policy-goals/e-archiving-start': '三.10',
    'policy-goals/annual-hearing': '五.13',
    'policy-goals/continuing-education': '五.15',
  },
};

/** What the problems that checks find call for: a rule in each regime that is checked, and the clause that says it. */
const rectifications: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  hongjiang: {
    'key-project-archives/rectification': '三(一)四(三)',
    'electronic-archives/rectification': '三(二)五(一)',
    'archives-security/rectification': '三(三)五(一)',
    'gazetteer-compilation/rectification': '三(四)六',
  },
  shexian: {
    'key-project-archives/rectification': '三(一)五(三)',
    'electronic-archives/rectification': '三(二)四(一)',
    'archives-security/rectification': '三(三)六(一)',
    'archives-disposal/rectification': '三(四)四(一)',
  },
  luquan: {
    'electronic-archives/rectification': '四(一)五(一)',
    'archives-security/rectification': '四(二)五(一)',
  },
  baixiang: {
    'civil-defence-works/rectification': '(一)五, 六',
    'administrative-reconsideration/rectification': '(二)五',
    'administrative-litigation/rectification': '(三)五, 六',
    'key-project-archives/rectification': '(六)四(三)',
    'electronic-archives/rectification': '(七)五(一)',
    'archives-security/rectification': '(八)五(一)',
    'archives-disposal/rectification': '(九)五(一)',
    'archives-cases/rectification': '(十)四',
    'civil-defence-cases/rectification': '(四)四',
  },
  liaoning: { 'policy-goals/rectification': '一.2' },
};

/** Statutory figures by rule and name, alike wherever the rule is in force. */
const figures: readonly (readonly [string, string, string, string | number])[] = [
  ['hongjiang', 'key-project-archives/registration-after-start', 'months', 6],
  ['hongjiang', 'key-project-archives/registration-yearly', 'due', '12-31'],
  ['hongjiang', 'key-project-archives/registration-after-acceptance', 'months', 3],
  ['hongjiang', 'key-project-archives/acceptance-application', 'months', 1],
  ['hongjiang', 'key-project-archives/acceptance-application', 'selfScoreMin', 75],
  ['hongjiang', 'archives-security/self-inspection-report', 'due', '09-30'],
  ['shexian', 'archives-security/annual-assessment', 'due', '01-31'],
  ['luquan', 'archives-security/annual-assessment', 'due', '02-last'],
  ['baixiang', 'archives-cases/evidence-formalities', 'hours', 24],
  ['baixiang', 'civil-defence-cases/evidence-formalities', 'hours', 24],
  ['baixiang', 'archives-cases/case-filing', 'days', 7],
  ['baixiang', 'civil-defence-cases/case-filing', 'days', 7],
  ['baixiang', 'archives-cases/major-penalty-report', 'firstHalf', '07-31'],
  ['baixiang', 'civil-defence-cases/major-penalty-report', 'secondHalf', '01-31'],
  ['liaoning', 'policy-goals/archive-building', 'floorAreaCity', 10_000],
  ['liaoning', 'policy-goals/archive-building', 'floorAreaCounty', 5_000],
  ['liaoning', 'policy-goals/holdings-digitised', 'years', 5],
  ['liaoning', 'policy-goals/continuing-education', 'classHours', 40],
];

/** Figures that the sources leave open, with their defaults. */
const open: readonly (readonly [string, string, string, string | boolean | readonly number[]])[] = [
  ['shexian', 'archives-security/self-inspection-summary', 'due', '12-31'],
  ['shexian', 'public-service/annual-event', 'archivesDay', '06-09'],
  ['baixiang', 'public-service/annual-event', 'publicityWeek', '09-05'],
  ['baixiang', 'archives-cases/major-penalty-report', 'nilReturn', true],
  ['baixiang', 'civil-defence-cases/major-penalty-report', 'nilReturn', true],
  ['baixiang', 'archives-cases/case-filing', 'reminderLeadDays', [3, 1]],
  ['baixiang', 'archives-cases/evidence-formalities', 'reminderLeadHours', [12, 2]],
  ['hongjiang', 'archives-security/self-inspection-report', 'reminderLeadDays', [30, 7, 1]],
  ['liaoning', 'policy-goals/e-archiving-start', 'due', '2015-12-31'],
];

const nobody = { figures: {}, readings: {} };

describe('the deadlines of the sources', () => {
  test('are those of five jurisdictions', () => {
    expect(regulated.map(({ id }) => id).sort()).toEqual(Object.keys(tables).sort());
    expect(jurisdictions.length).toBeGreaterThan(regulated.length);
  });

  test.each(Object.entries(tables))('of %s are these and no others, each with its clause', (id, table) => {
    const carried = Object.fromEntries(rulebookOf(id).deadlines.map((rule) => [rule.ruleId, rule.cite]));
    expect(carried).toEqual({ ...table, ...rectifications[id] });
  });

  test.each(figures)('in %s %s has the statutory figure %s: %s', (id, ruleId, name, value) => {
    expect(figureOf(ruleOf(id, ruleId), name, nobody, '2026-01-01')).toBe(value);
    const others = { figures: { [ruleId]: { [name]: 1 } }, readings: {} };
    expect(figureOf(ruleOf(id, ruleId), name, others, '2026-01-01')).toBe(value);
  });

  test.each(open)(
    'in %s %s leaves %s open: %s, unless the bureau says otherwise',
    (id, ruleId, name, value) => {
      expect(figureOf(ruleOf(id, ruleId), name, nobody, '2026-01-01')).toEqual(value);
      const others = { figures: { [ruleId]: { [name]: 'other' } }, readings: {} };
      expect(figureOf(ruleOf(id, ruleId), name, others, '2026-01-01')).toBe('other');
    },
  );
});

describe('to whom', () => {
  test('the lists of major penalty decisions go from 档案局 to the city, from 人防办 to the county', () => {
    expect(ruleOf('baixiang', 'archives-cases/major-penalty-report').deadline.to).toBe('市政府法制办');
    expect(ruleOf('baixiang', 'civil-defence-cases/major-penalty-report').deadline.to).toBe('县政府法制办');
  });
});

describe('what follows when a duty is not done', () => {
  const stepsOf = (id: string, ruleId: string): (readonly string[])[] =>
    (ruleOf(id, ruleId).deadline.sanctions ?? []).map(({ step, approval, cite }) => [step, approval, cite]);

  test.each([
    ['hongjiang', '三(一)五(一)'],
    ['shexian', '三(一)四(一)'],
    ['baixiang', '(六)五(一)'],
  ])('in %s a registration form: an order, then a circulated criticism, each for the leader', (id, cite) => {
    for (const form of ['registration-after-start', 'registration-yearly', 'registration-after-acceptance']) {
      expect(stepsOf(id, `key-project-archives/${form}`), form).toEqual([
        ['order-to-rectify', 'bureau-leader', cite],
        ['circulated-criticism', 'bureau-leader', cite],
      ]);
      expect(ruleOf(id, `key-project-archives/${form}`).deadline.tell, form).toEqual(['项目主管部门']);
    }
  });

  test.each([
    ['hongjiang', '三(三)五(三)'],
    ['shexian', '三(三)六(三)'],
    ['baixiang', '(八)五(三)'],
  ])('in %s a self-inspection report: an order, then a recommendation of discipline', (id, cite) => {
    expect(stepsOf(id, 'archives-security/self-inspection-report')).toEqual([
      ['order-to-rectify', 'bureau-leader', cite],
      ['discipline-recommendation', 'bureau-leader', cite],
    ]);
  });
});

describe('what follows when a problem of a check is not put right', () => {
  const order = ['order-to-rectify'];
  const notice = ['enforcement-notice'];
  test.each<[string, readonly string[]]>([
    ['hongjiang archives-security', order],
    ['shexian archives-security', order],
    ['luquan archives-security', order],
    ['baixiang archives-security', order],
    ['hongjiang electronic-archives', notice],
    ['shexian electronic-archives', notice],
    ['luquan electronic-archives', notice],
    ['baixiang electronic-archives', notice],
    ['hongjiang key-project-archives', ['opinion']],
    ['shexian key-project-archives', ['opinion']],
    ['baixiang key-project-archives', ['opinion']],
    ['hongjiang gazetteer-compilation', ['opinion']],
    ['shexian archives-disposal', ['order-to-rectify', 'penalty-case']],
    ['baixiang archives-disposal', ['order-to-rectify', 'penalty-case']],
    ['baixiang administrative-reconsideration', ['opinion']],
    ['baixiang administrative-litigation', ['opinion']],
    ['baixiang civil-defence-works', ['order-to-rectify', 'penalty-case']],
    ['baixiang archives-cases', []],
    ['baixiang civil-defence-cases', []],
    ['liaoning policy-goals', []],
  ])('%s: %j', (regime, steps) => {
    const [id = '', name = ''] = regime.split(' ');
    const { sanctions = [], pursuit } = ruleOf(id, `${name}/rectification`).deadline;
    expect(sanctions.map(({ step }) => step)).toEqual(steps);
    expect(pursuit === 'ladder').toBe(steps.length > 0);
  });

  test('every regime that is checked has such a rule', () => {
    const without = regulated.flatMap(({ id }) => {
      const { rules } = rulebookOf(id);
      const checked = new Set(rules.flatMap(({ quota, regime }) => (quota ? [regime] : [])));
      return [...checked].filter(
        (regime) => !rules.some(({ ruleId }) => ruleId === `${regime}/rectification`),
      );
    });
    expect(without).toEqual([]);
  });
});

describe('duties that no order follows', () => {
  test('nothing else is followed by an order', () => {
    const ladders = regulated.flatMap(({ id }) =>
      rulebookOf(id)
        .deadlines.filter(
          ({ deadline }) => (deadline.sanctions ?? []).length > 0 && deadline.due.type !== 'finding',
        )
        .map(({ ruleId }) => ruleId),
    );
    expect([...new Set(ladders)].sort()).toEqual([
      'archives-security/self-inspection-report',
      'key-project-archives/registration-after-acceptance',
      'key-project-archives/registration-after-start',
      'key-project-archives/registration-yearly',
    ]);
  });

  test('the bureau’s own deadlines alert the bureau and its superiors, and order nothing', () => {
    const own = regulated.flatMap(({ id }) =>
      rulebookOf(id)
        .deadlines.filter(
          ({ deadline }) => deadline.owedBy.kind === 'bureau' || deadline.owedBy.kind === 'case',
        )
        .filter(({ deadline }) => deadline.pursuit !== 'none'),
    );
    expect(own.length).toBeGreaterThan(10);
    for (const { deadline, ruleId } of own) {
      expect(deadline.pursuit, ruleId).toBe('bureau');
      expect(deadline.sanctions ?? [], ruleId).toEqual([]);
    }
  });

  test.each(withProjects)(
    'in %s the order is drafted with the overdue notice, the criticism 15 days from service',
    (id) => {
      const [duty] = previewed(id, project('registration-after-start', { startedOn: '2025-08-31' }));
      expect(duty?.escalations).toEqual([
        { step: 'order-to-rectify', at: '2026-03-02T09:00:00+08:00', approval: 'bureau-leader' },
        {
          step: 'circulated-criticism',
          after: '15 days from service',
          daysFromService: 15,
          approval: 'bureau-leader',
        },
      ]);
    },
  );
});
