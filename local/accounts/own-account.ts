import { credentialRecord } from '../../shared/records/accounts.ts';
import type { Answered } from '../answered.ts';
import { ofAccount } from './attempts.ts';
import type { Person } from './directory.ts';
import { changePassword } from './invitations.ts';
import { isPassword } from './password.ts';
import { goTo, shown } from './pages/html.ts';
import { ownPage, type OwnFaults } from './pages/own.ts';
import { answerOf, given, signedIn, stepOfForm, type Desk, type Visit } from './visit.ts';

/** The page of whoever is signed in: sessions, password, second factor. */
export async function ownAnswer(desk: Desk, visit: Visit): Promise<Answered> {
  const present = await signedIn(desk, visit);
  if (present === undefined) return goTo('/');
  const { person, uid } = present;
  const page = async (faults: OwnFaults = {}, status = 200): Promise<Answered> => {
    const { here } = desk;
    const credential = await credentialRecord.read(here.store, person);
    const sessions = await here.sessions.ofPerson(person);
    return shown(
      visit.language,
      ownPage(visit.language, { person, credential, sessions, uid }, faults),
      status,
    );
  };
  if (visit.method === 'GET') return page();
  const back = async (): Promise<Answered> => goTo('/account');
  switch (given(visit, 'act')) {
    case 'end':
      await endOne(desk, person, given(visit, 'uid'));
      return back();
    case 'end-others':
      await desk.here.sessions.endAll(person, uid);
      await desk.here.diary('ended', person);
      return back();
    case 'change':
      return change(desk, visit, { person, uid, page });
    case 'renew':
      return renew(desk, visit, { person, uid, page });
    default: {
      const step = await stepOfForm(desk, visit);
      return step ? answerOf(visit, step[0], { signed: back, again: step[1] }) : page();
    }
  }
}

interface At {
  readonly person: Person;
  readonly uid: string;
  readonly page: (faults: OwnFaults, status?: number) => Promise<Answered>;
}

async function endOne({ here }: Desk, person: Person, uid: string): Promise<void> {
  const own = await here.sessions.ofPerson(person);
  if (!own.some((one) => one.uid === uid)) return;
  await here.sessions.end(person, uid);
  await here.diary('ended', person);
}

/** Whoever found an open browser does not find out the password by trying. */
const waiting = ({ here }: Desk, { sub }: Person): Promise<number> =>
  here.attempts.begin(`own ${sub}`, ofAccount);

async function change(desk: Desk, visit: Visit, { person, uid, page }: At): Promise<Answered> {
  const { words } = visit;
  const seconds = await waiting(desk, person);
  if (seconds > 0) return page({ error: words.wait(seconds) }, 429);
  const fresh = given(visit, 'password');
  if (fresh !== given(visit, 'again')) return page({ again: words.notSame }, 400);
  const wanted = { present: given(visit, 'present'), fresh, uid };
  const fault = await changePassword(desk.here, person, wanted);
  if (fault === 'wrong') return page({ present: words.wrong }, 400);
  if (fault !== undefined) return page({ password: words.weak[fault] }, 400);
  await desk.here.attempts.succeeded(`own ${person.sub}`);
  return page({ done: words.changed });
}

async function renew(desk: Desk, visit: Visit, { person, page }: At): Promise<Answered> {
  const { words } = visit;
  const seconds = await waiting(desk, person);
  if (seconds > 0) return page({ error: words.wait(seconds) }, 429);
  const known = await credentialRecord.read(desk.here.store, person);
  if (!(await isPassword(given(visit, 'present-too'), known?.password)))
    return page({ error: words.wrong }, 400);
  await desk.here.attempts.succeeded(`own ${person.sub}`);
  const step = await desk.flow.enrolling(person, 'password');
  return answerOf(visit, step, {
    signed: async () => goTo('/account'),
    again: () => ({ title: '', body: [] }),
  });
}
