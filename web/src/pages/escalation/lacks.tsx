import { Alert, Card } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { paperWords, type PaperName } from '../../../../shared/vocabulary/papers.ts';
import { keysOf } from '../../../../shared/vocabulary/table.ts';
import { isPending } from '../../../../shared/domain/escalations/state.ts';
import type { Escalation } from '../../api/contract.ts';
import { fieldName } from '../../components/problem.tsx';
import { useWords } from '../../i18n/words.ts';
import { may, useSession } from '../../session/use-session.ts';
import { Redraft } from './redraft.tsx';
import '../../checks.css';

/** What is missing before approval may be requested. */
export function Lacks({ escalation }: { readonly escalation: Escalation }): ReactElement | null {
  const words = useWords();
  const { status } = escalation;
  if (!isPending(status)) return null;
  const lacks = [...(escalation.lacks ?? []), ...(escalation.openPlaces ?? [])];
  if (lacks.length === 0)
    return status === 'draft' ? <Alert type="success" showIcon title={words.escalations.lacksNone} /> : null;
  return (
    <Card size="small" id="lacks" title={<h2>{words.escalations.lacksTitle}</h2>}>
      <ul className="plain">
        {lacks.map((lack) => (
          <li key={`${lack.path}${lack.message}`}>
            <strong>{words.common.labelled(fieldName(words, lack.path))}</strong>
            {lack.message}
            <Remedy escalation={escalation} lack={lack} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

type Lack = NonNullable<Escalation['lacks']>[number];

/** Where to go for it: the settings, the register, another paper. */
function Remedy({
  escalation,
  lack,
}: {
  readonly escalation: Escalation;
  readonly lack: Lack;
}): ReactElement | null {
  const { escalations: text, terms } = useWords();
  const { role } = useSession();
  const { path, code, params } = lack;
  if (!may.write(role)) return null;
  if (code === 'escalation.text-of-other-paper') return <Redraft escalation={escalation} when />;
  if (path.startsWith('papers.')) return to('/settings#papers', text.toSettings);
  if (path === 'party' || path.startsWith('party.'))
    return to(`/subjects/${ownerOf(escalation)}?tab=facts`, text.toRegister);
  const instead = paperNames.find((name) => name === params['instead']);
  return instead === undefined
    ? null
    : to(addressOf(escalation, instead), text.draftInstead(terms.papers[instead]));

  function to(address: string, label: string): ReactElement {
    return (
      <>
        {' '}
        <Link to={address}>{label}</Link>
      </>
    );
  }
}

/** The unit that answers for it, where it is one of the register. */
const ownerOf = ({ party, subjectId }: Escalation): string => party?.subjectId ?? subjectId;

/** The form of a draft about the same, as the other paper where a step stands for it. */
function addressOf({ subjectId, inspectionId }: Escalation, instead: PaperName): string {
  const query = new URLSearchParams({ of: subjectId });
  if (instead === 'opinion') query.set('step', 'opinion');
  if (inspectionId !== undefined) query.set('check', inspectionId);
  return `/escalations/new?${query.toString()}`;
}

const paperNames = keysOf(paperWords);
