import type { z } from 'zod';
import type * as bodies from '../../../shared/contract/bodies.ts';
import type { EscalationStep, OfficeName } from '../../../shared/rules/schema.ts';
import {
  acceptanceApplication,
  registrationAfterStart,
  registrationYearly,
  selfInspection,
} from './bureau.ts';

type Body = z.input<typeof bodies.subjectBody>;

/** A kind of subject in one jurisdiction: its duties, how they are fulfilled, and the possible measures. */
export interface KindCase {
  readonly kind: Body['kind'];
  readonly jurisdiction: string;
  readonly office?: OfficeName;
  readonly traits?: readonly string[];
  readonly facts?: NonNullable<Body['facts']>;
  /** The rules whose duties are open on 7 September 2026, and how each is fulfilled: by a report, or a fact. */
  readonly duties?: Readonly<Record<string, 'report' | 'own' | NonNullable<Body['facts']>>>;
  /** Rule of each step that an officer may draft by hand. */
  readonly steps: readonly (readonly [EscalationStep, string])[];
}

const electronic = [
  ['enforcement-notice', 'electronic-archives/enforcement-notice'],
  ['report-to-information-security', 'electronic-archives/grave-violation'],
  ['report-to-government', 'electronic-archives/grave-violation'],
  ['report-to-superior', 'electronic-archives/grave-violation'],
] as const;

const security = [
  ['order-to-rectify', 'archives-security/problem-found'],
  ['stop-order', 'archives-security/problem-found'],
  ['penalty-case', 'archives-security/problem-found'],
  ['circular', 'archives-security/information-security-circular'],
] as const;

const unit = (jurisdiction: string): KindCase => ({
  kind: 'unit',
  jurisdiction,
  traits: ['professional-archives'],
  facts: { professionalCatalogueSince: '2020-01-01' },
  duties: jurisdiction === 'luquan' ? {} : { [selfInspection]: 'report' },
  // An archive (馆) may not punish: the approval of a case is refused to it.
  steps: [
    ...security.filter(([step]) => jurisdiction !== 'luquan' || step !== 'penalty-case'),
    ...electronic,
  ],
});

const project = (jurisdiction: string): KindCase => ({
  kind: 'project',
  jurisdiction,
  facts: { startedOn: '2026-06-01', plannedCompletionAcceptanceOn: '2026-12-01' },
  duties: {
    [registrationAfterStart]: 'report',
    [registrationYearly]: 'report',
    [acceptanceApplication]: 'report',
  },
  steps: [['opinion', 'key-project-archives/inspection-opinion']],
});

const permit = (jurisdiction: string): KindCase => ({
  kind: 'permit',
  jurisdiction,
  traits: ['key'],
  facts: { grantedOn: '2026-09-01', permitKind: 'export' },
  steps: [
    ['order-to-rectify', 'archives-disposal/problem-found'],
    ['revocation', 'archives-disposal/permit-revocation'],
    ['report-to-superior', 'archives-disposal/grave-violation'],
    ['transfer', 'archives-disposal/crime-transfer'],
  ],
});

const kase = (office: 'archives' | 'civil-defence'): KindCase => ({
  kind: 'case',
  jurisdiction: 'baixiang',
  office,
  facts: {
    office,
    occurredOn: '2026-09-01',
    discoveredOn: '2026-09-07',
    evidenceSecuredAt: '2026-09-07T09:00:00+08:00',
  },
  duties: { [`${office}-cases/case-filing`]: 'own', [`${office}-cases/evidence-formalities`]: 'own' },
  steps: [
    ['order-to-rectify', `${office}-cases/discovery-order`],
    ...(office === 'civil-defence'
      ? [['transfer', 'civil-defence-penalty-discretion/transfer'] as const]
      : []),
  ],
});

const review = (kind: 'reconsideration-decision' | 'enforcement-organ', regime: string): KindCase => ({
  kind,
  jurisdiction: 'baixiang',
  office: 'legal-affairs',
  ...(kind === 'reconsideration-decision'
    ? { facts: { decidedOn: '2026-09-01', outcome: 'revoked' as const } }
    : {}),
  steps: [
    ['opinion', `${regime}/problem-found`],
    ['order-to-rectify', `${regime}/problem-found`],
  ],
});

const government = (level: 'province' | 'city' | 'county', archiveFloorArea?: number): KindCase => ({
  kind: 'government',
  jurisdiction: 'liaoning',
  facts: { level },
  duties: {
    'policy-goals/annual-hearing': { heardOn: ['2026-09-07'] },
    ...(archiveFloorArea === undefined ? {} : { 'policy-goals/archive-building': { archiveFloorArea } }),
  },
  steps: [],
});

export const kindCases: readonly KindCase[] = [
  ...['hongjiang', 'shexian', 'luquan', 'baixiang'].map(unit),
  ...['hongjiang', 'shexian', 'baixiang'].map(project),
  ...['hongjiang', 'shexian', 'luquan', 'baixiang'].map((jurisdiction): KindCase => ({
    kind: 'equipment',
    jurisdiction,
    traits: ['key-monitored'],
    steps: [...electronic, ['stop-order', 'electronic-archives/grave-violation']],
  })),
  ...['shexian', 'baixiang'].map(permit),
  kase('archives'),
  kase('civil-defence'),
  {
    kind: 'civil-defence-work',
    jurisdiction: 'baixiang',
    office: 'civil-defence',
    facts: { approvedUse: '地下停车场', builtOn: '2020-05-01' },
    steps: [
      ['warning', 'civil-defence-works/construction-violation'],
      ['order-to-rectify', 'civil-defence-works/construction-violation'],
      ['penalty-case', 'civil-defence-works/maintenance-violation'],
      ['transfer', 'civil-defence-works/maintenance-violation'],
    ],
  },
  review('reconsideration-decision', 'administrative-reconsideration'),
  review('enforcement-organ', 'administrative-litigation'),
  {
    kind: 'compilation-task',
    jurisdiction: 'hongjiang',
    traits: ['behind'],
    facts: { plannedOn: '2026-03-01' },
    steps: [
      ['opinion', 'gazetteer-compilation/problem-found'],
      ['order-to-rectify', 'gazetteer-compilation/problem-found'],
      ['stop-order', 'gazetteer-compilation/problem-found'],
      ['discipline-recommendation', 'gazetteer-compilation/problem-found'],
      ['transfer', 'gazetteer-compilation/problem-found'],
    ],
  },
  {
    kind: 'unit',
    jurisdiction: 'liaoning',
    traits: ['transfer-scope'],
    duties: { 'policy-goals/e-archiving-start': 'report' },
    steps: [
      ['interview', 'violations/means'],
      ['circular', 'violations/means'],
      ['penalty-case', 'violations/means'],
      ['transfer', 'violations/means'],
    ],
  },
  {
    kind: 'archivist',
    jurisdiction: 'liaoning',
    facts: { startedWorkOn: '2020-01-01', certifiedOn: '2019-12-01' },
    duties: { 'policy-goals/continuing-education': { classHours: { '2026': 40 } } },
    steps: [],
  },
  government('province'),
  government('city', 10_000),
  government('county', 5000),
];
