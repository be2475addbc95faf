import { rmSync } from 'node:fs';
import { afterAll, beforeAll, test } from 'vitest';
import { z } from 'zod';
import * as answers from '../../shared/contract/answers.ts';
import type { Role } from '../../shared/rules/schema.ts';
import {
  browserOfSuite,
  demoDirectory,
  describeInBrowser,
  enterAs,
  expectUsable,
  open,
  picture,
  visit,
  type VisitOptions,
} from '../support/product/browser.ts';
import { startDemo, type RealProcess } from '../support/product/real-process.ts';
import { reach } from '../support/product/server.ts';

const LATER = '2026-03-03T10:00:00+08:00';

describeInBrowser('every page', () => {
  const browser = browserOfSuite();
  let directory: string;
  let server: RealProcess;
  let pages: Record<string, string>;
  let unitId: string;

  beforeAll(async () => {
    directory = await demoDirectory();
    server = await startDemo(directory, '--port', '0');
    const { as, advance } = reach(server.url);
    await advance(LATER);
    const officer = await as({ role: 'bureau-officer', jurisdiction: 'hongjiang' });
    const path = '/v1/jurisdictions/hongjiang';
    const project = (await officer.all(answers.subject, `${path}/subjects?kind=project`))[0];
    const unit = (await officer.all(answers.subject, `${path}/subjects?kind=unit`))[0];
    const duty = (await officer.all(answers.obligation, `${path}/obligations?status=open`))[0];
    if (!project || !unit || !duty)
      throw new Error('the demonstration data lack a project, a unit or a duty');
    unitId = unit.id;
    pages = {
      today: '/today',
      calendar: '/calendar?year=2026',
      'next-year': '/calendar?year=2027',
      subjects: '/subjects',
      duties: `/subjects/${project.id}`,
      stage: `/subjects/${project.id}?tab=stage`,
      notices: `/subjects/${project.id}?tab=notices`,
      checks: `/subjects/${unit.id}?tab=inspections`,
      escalations: `/subjects/${project.id}?tab=escalations`,
      facts: `/subjects/${project.id}?tab=facts`,
      duty: `/obligations/${duty.id}`,
      why: `/today?why=${duty.id}`,
      rules: '/rules?kind=deadline',
      quotas: '/quotas',
      inspections: '/inspections',
      draws: '/draws',
      shares: '/draws?tab=history',
      verify: '/draws?tab=verify',
      imports: '/imports',
      preview: '/preview',
      settings: '/settings',
      mine: '/mine',
      nowhere: '/no-such-page',
    };
  });
  afterAll(async () => {
    await server.stop('SIGTERM');
    rmSync(directory, { recursive: true, force: true });
  });

  async function look(role: Role, names: readonly string[], options: VisitOptions): Promise<void> {
    const visitor = await visit(browser(), server.url, options);
    const jurisdiction = role === 'superior' ? 'huaihua' : 'hongjiang';
    await enterAs(visitor, server.url, { role, jurisdiction, ...(role === 'unit' ? { unitId } : {}) });
    for (const name of names) {
      await open(visitor.page, z.string().parse(pages[name]));
      const { size = 'desk', shade = 'light', language = 'zh' } = options;
      const where = [role, name, size, shade, language].join('-');
      await picture(visitor.page, where);
      await expectUsable(visitor, where);
    }
    await visitor.close();
  }

  /** All but a unit’s own page. */
  const all = (): string[] => Object.keys(pages).filter((name) => name !== 'mine');

  test('serves an officer at a desk', { timeout: 600_000 }, () => look('bureau-officer', all(), {}));
  test('serves an officer on a phone', { timeout: 600_000 }, () =>
    look('bureau-officer', all(), { size: 'phone' }),
  );
  // Colours are those of the theme: one page of each kind shows them.
  test('serves a leader in the dark', () =>
    look('bureau-leader', ['today', 'calendar', 'stage', 'why', 'quotas', 'draws', 'settings'], {
      shade: 'dark',
    }));
  test('speaks English', () =>
    look(
      'auditor',
      ['today', 'calendar', 'duties', 'stage', 'why', 'rules', 'quotas', 'inspections', 'draws', 'imports'],
      { language: 'en' },
    ));
  test('serves an administrator', () =>
    look('bureau-admin', ['settings', 'rules', 'next-year', 'imports'], {}));
  test('lets a superior choose', () => look('superior', ['today'], { size: 'phone' }));
  test('serves a unit on a phone', () =>
    look('unit', ['mine', 'subjects', 'checks', 'inspections', 'draws', 'verify', 'rules', 'preview'], {
      size: 'phone',
    }));

  test('signs in', async () => {
    for (const size of ['desk', 'phone'] as const) {
      const visitor = await visit(browser(), server.url, { size });
      await open(visitor.page, '/');
      await visitor.page.getByRole('button', { name: '进入' }).waitFor();
      await picture(visitor.page, `sign-in-${size}`);
      await expectUsable(visitor, `sign-in-${size}`);
      await visitor.close();
    }
  });
});
