import type { Act } from './act.ts';
import { checkActs } from './checks.ts';
import { documentActs } from './documents.ts';
import { dutyActs } from './duties.ts';
import { particularActs } from './particulars.ts';
import { registerActs } from './register.ts';
import { visitActs } from './visits.ts';

/** Every act of the console on something that others may change meanwhile. */
export const acts: readonly Act[] = [
  ...documentActs,
  ...particularActs,
  ...dutyActs,
  ...registerActs,
  ...checkActs,
  ...visitActs,
];

/** Places where the console writes and no form is open on something that others change, and why. */
export const withoutChange: Readonly<Record<string, string>> = {
  'pages/subject/enter EnterSubject.enter': 'enters a new unit',
  'pages/draft-form/page Component.act': 'drafts a new document, or records what was done',
  'features/forms/circular DraftCircular.act': 'drafts a new document, or answers the draft that there is',
  'pages/draws/commit Commit.commit': 'begins a new draw',
  'pages/inspection-form/page CheckForm.enter': 'records a new check',
  'pages/visit-form/page VisitForm.plan': 'plans a new check',
  'features/feeds/feeds FeedsCard.make': 'makes a new feed',
  'features/feeds/feeds FeedsCard.revoke': 'a feed is never changed; revoked twice it is revoked',
  'pages/people/page Enter.enter': 'enters a new person',
  'pages/people/page Component.invite': 'names no content: the invitation replaces the one before',
  'features/duties/acts Lenient.refuse': 'its form and its version are those of an extension',
  'pages/subject/contact-proposal ContactProposal.act':
    'two buttons without a form; they send the version that is seen',
  'pages/letter/page Acts.act': 'for people without an account: judged by what the duty is then',
  'pages/subject/people UnitPeople.enter': 'enters a new person',
  'pages/subject/people UnitPeople.leave': 'its form is that of the bureau’s people',
  'pages/clients/page Component.make': 'lets a new program in',
  'pages/clients/page Component.revoke': 'a program is never changed; ended twice it is ended',
  'api/client': 'sends the file of an import; each row of it is checked against what is there then',
  'pages/preview/page Component.ask': 'stores nothing',
  'pages/sign-in/local': 'stores nothing',
  'pages/sign-in/local SignInLocal.enter': 'stores nothing',
  'pages/first-steps/page TestLetter.send': 'sends a letter and changes no record that was seen',
  'shell/move-clock MoveClock.move': 'the clock of a trial is nobody’s record',
  'pages/notices/resend-many ResendMany.act': 'names no notice that was seen: each is judged as it is then',
  'pages/escalation/change UnsentNotice': 'asks for a notice that never left; its form is that of the others',
  'pages/escalation/legal-word GiveWord.act':
    'its form is that of the others; a changed document refuses it by its version',
  'pages/escalation/hearing Told.act':
    'its form is that of the others; a changed document refuses it by its version',
  'pages/escalation/hearing Said.act':
    'its form is that of the others; a changed document refuses it by its version',
  'pages/escalation/change Change.act': 'each particular that uses it is walked by itself',
};
