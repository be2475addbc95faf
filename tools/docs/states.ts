import { routes } from '../../functions/api/routes.ts';
import {
  escalationTransitions,
  type EscalationEvent,
  type EscalationStatus,
} from '../../shared/domain/escalations/state.ts';
import { noticeTransitions, type NoticeEvent, type NoticeState } from '../../shared/domain/notices/state.ts';
import {
  obligationTransitions,
  type ObligationEvent,
  type ObligationState,
} from '../../shared/domain/duties/state.ts';
import { code, table } from '../markdown-table.ts';
import { stageChapters } from './stage-states.ts';

interface Told {
  readonly chinese: string;
  readonly meaning: string;
}

const obligationStates: Readonly<Record<ObligationState, Told>> = {
  open: { chinese: '未办结', meaning: 'Owed; what is planned for it goes out' },
  reported: {
    chinese: '已报送待审核',
    meaning: 'The unit says that it is done; reminders and notices are held until the bureau answers',
  },
  fulfilled: { chinese: '已办结', meaning: 'Done, in time or late; nothing more goes out' },
  waived: { chinese: '已免除', meaning: 'A leader decided that it need not be done' },
  superseded: { chinese: '不再适用', meaning: 'The facts no longer put it on the subject' },
};

interface Act extends Told {
  /** The last part of the route that causes it; undefined when planning does. */
  readonly route: string | undefined;
  /** Which of the route’s roles the event belongs to. */
  readonly unit: boolean;
}

const obligationEvents: Readonly<Record<ObligationEvent, Act>> = {
  fulfil: {
    chinese: '办结',
    meaning: 'The bureau enters that it was done, and on which day; planning does it where a fact says so',
    route: 'fulfilment',
    unit: false,
  },
  report: { chinese: '报送', meaning: 'The unit reports that it was done', route: 'fulfilment', unit: true },
  'confirm-report': {
    chinese: '确认报送',
    meaning: 'Done on the day that the unit gave',
    route: 'report-decision',
    unit: false,
  },
  'return-report': {
    chinese: '退回报送',
    meaning: 'Not accepted; the unit is told why, and what was held meanwhile goes out',
    route: 'report-decision',
    unit: false,
  },
  waive: { chinese: '免除', meaning: 'With a reason', route: 'waiver', unit: false },
  extend: { chinese: '延期', meaning: 'A later day, with a reason', route: 'extension', unit: false },
  acknowledge: {
    chinese: '收悉',
    meaning: 'The unit says by the link of a letter that it has read it; nothing else changes',
    route: undefined,
    unit: true,
  },
  'ask-extension': {
    chinese: '申请延期',
    meaning: 'The unit asks by the link of a letter for a later day; the dates stay until the leader decides',
    route: undefined,
    unit: true,
  },
  'refuse-extension': {
    chinese: '不同意延期',
    meaning: 'The request is answered with a reason; the dates stay',
    route: 'extension-refusal',
    unit: false,
  },
  confirm: {
    chinese: '确认逾期',
    meaning: 'What was late when it was entered is pursued from now on',
    route: 'confirmation',
    unit: false,
  },
  replan: {
    chinese: '重新计算',
    meaning:
      'Facts, rules, calendar or settings changed: the dates follow. A fulfilled one keeps its day and is judged anew',
    route: undefined,
    unit: false,
  },
  reopen: {
    chinese: '恢复未办结',
    meaning: 'The fact that had met it was corrected or taken away',
    route: undefined,
    unit: false,
  },
  supersede: {
    chinese: '不再适用',
    meaning: 'The duty’s ground is gone, or its subject was retired',
    route: undefined,
    unit: false,
  },
};

const noticeStates: Readonly<Record<NoticeState, Told>> = {
  queued: { chinese: '待发送', meaning: 'Being sent, or waiting for another try' },
  unknown: {
    chinese: '是否发出不明',
    meaning:
      'Handed over whole, and the connection or the process ended before an answer: it may have left. One more try at the most, half an hour later; then it waits for a receipt or a person',
  },
  sent: { chinese: '已发出', meaning: 'The provider took it' },
  captured: {
    chinese: '未发出（未接通渠道）',
    meaning: 'No mail server or SMS gateway is connected: it lies in the mailbox of this machine',
  },
  delivered: { chinese: '已到达', meaning: 'The provider says that it arrived' },
  bounced: { chinese: '被退回', meaning: 'The provider took it and could not deliver it' },
  complained: { chinese: '被投诉为垃圾邮件', meaning: 'The recipient marked it as unwanted' },
  failed: { chinese: '发送失败', meaning: 'The address was refused, or there is nobody to write to' },
  suppressed: {
    chinese: '未发送（地址停用）',
    meaning: 'The address is closed: a mail to it came back for good, or its owner complained',
  },
  withdrawn: {
    chinese: '已撤回',
    meaning: 'The duty was met or moved, or the recipient replaced, before the notice left',
  },
};

const noticeEvents: Readonly<Record<NoticeEvent, string>> = {
  accept: 'The provider takes the notice',
  capture: 'No channel is connected: it is kept on this machine',
  retry:
    'The provider cannot take it now: tried again for as long as the duty calls for it; after four hours the bureau’s daily mail says so',
  doubt: 'The provider has all of it and gives no answer, or the process stopped on the way',
  fail: 'The provider refuses the address for good, or there is nobody to write to; the bureau’s daily mail says so',
  withdraw: 'The duty was met, moved or ended before it left, or its recipient was replaced',
  recall: 'The duty calls for it after all: its date or its recipient came back',
  suppress: 'The address is found closed before it is sent',
  deliver: 'A receipt says that it arrived',
  bounce: 'A receipt says that it came back',
  complain: 'A receipt says that the recipient complained',
  resend: '`POST …/notices/{id}/resend`, or `…/notices/resend` for many, where the duty still calls for it',
};

const escalationStates: Readonly<Record<EscalationStatus, Told>> = {
  draft: { chinese: '草稿', meaning: 'Drafted by the product or by an officer; binds nobody' },
  'awaiting-approval': { chinese: '待审批', meaning: 'Proposed by an officer, with all that it needs' },
  approved: { chinese: '已批准', meaning: 'Approved by another person, on this very text' },
  issued: { chinese: '已印发', meaning: 'Sent out under a number, or taken on the spot' },
  served: { chinese: '已送达', meaning: 'Served; the period that it gives runs from that day' },
  rejected: { chinese: '未批准', meaning: 'Not approved; once changed it is a draft again' },
  withdrawn: { chinese: '已撤回', meaning: 'Taken back by a person, or by itself because the duty was met' },
};

const escalationEvents: Readonly<Record<EscalationEvent, Act>> = {
  edit: {
    chinese: '修改',
    meaning: 'What was proposed or approved is a draft again',
    route: '',
    unit: false,
  },
  advise: {
    chinese: '法制员意见',
    meaning: 'Before the issue, by a legal officer: asked where a provision is unverified or not in force',
    route: 'legal-word',
    unit: false,
  },
  propose: {
    chinese: '提请审批',
    meaning: 'Refused with all that is missing',
    route: 'proposal',
    unit: false,
  },
  approve: {
    chinese: '批准',
    meaning: 'Never by the person who proposed it',
    route: 'decision',
    unit: false,
  },
  reject: { chinese: '不予批准', meaning: 'With a reason', route: 'decision', unit: false },
  number: {
    chinese: '补编文号',
    meaning: 'A measure that was taken on the spot gets its number, its day and its paper afterwards, once',
    route: 'issue',
    unit: false,
  },
  issue: {
    chinese: '印发',
    meaning: 'Once more it is seen that the duty is unmet and the text is the approved one',
    route: 'issue',
    unit: false,
  },
  serve: {
    chinese: '送达',
    meaning: 'How, when, to whom; the next step hangs on it',
    route: 'service',
    unit: false,
  },
  correct: { chinese: '更正', meaning: 'The same recipients hear of it', route: 'correction', unit: false },
  comply: {
    chinese: '已改正',
    meaning: 'What the order asks for is done; entered, or seen by itself where the duty was fulfilled',
    route: 'compliance',
    unit: false,
  },
  withdraw: {
    chinese: '撤回',
    meaning: 'By a person; or by itself before the issue, when the duty is met, waived, moved or gone',
    route: 'withdrawal',
    unit: false,
  },
};

type Table = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** One line for each state, one column for each event. An empty cell means refused. */
function grid(transitions: Table, events: readonly string[]): string {
  return table(
    ['state', ...events.map(code)],
    Object.entries(transitions).map(([state, next]) => [
      code(state),
      ...events.map((event) => next[event] ?? ''),
    ]),
  );
}

const meanings = (states: Readonly<Record<string, Told>>): string =>
  table(
    ['state', '中文', 'meaning'],
    Object.entries(states).map(([state, { chinese, meaning }]) => [code(state), chinese, meaning]),
  );

function rolesOf({ route, unit }: Act, of: string): string {
  if (route === undefined) return 'planning';
  const end = route === '' ? `/${of}/{id}` : `/${of}/{id}/${route}`;
  const known = routes.find(({ path, method }) => path.endsWith(end) && method !== 'GET');
  if (!known) throw new Error(`no route …${end}`);
  return known.roles.filter((role) => (role === 'unit') === unit).join(', ');
}

const through = (route: string | undefined): string =>
  route === undefined ? '' : code(route === '' ? 'PATCH …' : `POST …/${route}`);

const actsOf = (acts: Readonly<Record<string, Act>>, of: string): string =>
  table(
    ['event', '中文', 'by', 'through', 'meaning'],
    Object.entries(acts).map(([event, act]) => [
      code(event),
      act.chinese,
      rolesOf(act, of),
      through(act.route),
      act.meaning,
    ]),
  );

const noticeActs = (): string =>
  table(
    ['event', 'when'],
    Object.entries(noticeEvents).map(([event, when]) => [code(event), when]),
  );

/** docs/states.md, from the tables in the domain. */
export const statesPage = (): string => `# States

Made by \`npm run docs\` from the tables in \`shared/domain\`; do not edit. A cell names the state that follows; an empty one means that the event is refused in that state (409).

## Obligation 义务

${grid(obligationTransitions, Object.keys(obligationEvents))}

${meanings(obligationStates)}

${actsOf(obligationEvents, 'obligations')}

\`fulfilled\` is stored as \`fulfilled\` or \`fulfilled-late\`. The \`status\` that people see follows from the state and the clock: an \`open\` or \`reported\` obligation is \`upcoming\` before \`arisesOn\`, \`overdue\` from \`overdueFrom\`, \`open\` in between; no timer changes anything stored. A returned report leaves the obligation \`open\` with \`report: "returned"\`.

## Escalation 督办文书

${grid(escalationTransitions, Object.keys(escalationEvents))}

${meanings(escalationStates)}

${actsOf(escalationEvents, 'escalations')}

No timer passes an approval: what the clock brings about are drafts, alerts, and the withdrawal of what was not issued yet.

${stageChapters()}
## Notice 通知

${grid(noticeTransitions, Object.keys(noticeEvents))}

${meanings(noticeStates)}

${noticeActs()}

Resending to a contact who took the old one’s place makes a notice of its own; the old one keeps its state. Receipts come from AWS (SES and SMS), in any order; one that came before our own record of the sending counts. An SMTP server and the SMS gateway of a bureau give none: what they took stays \`sent\`. A bounce that is permanent, or a complaint, closes the address; sending the notice again opens one that bounced, never one that complained.
`;
