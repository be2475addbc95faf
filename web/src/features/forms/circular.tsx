import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router';
import type { ObligationDetail } from '../../api/contract.ts';
import { useAct } from '../../api/use-api.ts';
import { ProblemAlert } from '../../components/problem.tsx';
import { useFormWords } from '../../i18n/form-words.ts';
import { may, useSession } from '../../session/use-session.ts';

/** Drafts the circular of a yearly assessment from the records of the year, and goes to the draft. */
export function DraftCircular({ duty }: { readonly duty: ObligationDetail }): ReactElement | null {
  const words = useFormWords();
  const { role } = useSession();
  const navigate = useNavigate();
  const act = useAct('POST /v1/jurisdictions/{j}/obligations/{id}/circular');
  if (!may.write(role) || duty.forms?.some(({ form }) => form === 'assessment-sheet') !== true) return null;
  const draft = (): void =>
    act.mutate(
      { params: { id: duty.id }, body: {} },
      { onSuccess: ({ id }) => void navigate(`/escalations/${id}`) },
    );
  return (
    <div className="no-print">
      <Button loading={act.isPending} onClick={draft}>
        {words.draftCircular}
      </Button>
      <p className="hint tight">{words.circularHint}</p>
      <ProblemAlert error={act.error} />
    </div>
  );
}
