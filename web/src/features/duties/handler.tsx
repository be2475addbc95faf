import type { ReactElement } from 'react';
import type { ObligationDetail } from '../../api/contract.ts';
import { useAct } from '../../api/use-api.ts';
import { ActButton } from '../../components/act-form.tsx';
import { useSpeech } from '../../i18n/words.ts';
import { may, useSession } from '../../session/use-session.ts';
import { dutyParts } from './changed-parts.ts';
import { useHandlerField } from './handler-field.ts';

/** Whose work a duty is: its own handler, else that of its subject. An officer says so. */
export function Handler({ duty }: { readonly duty: ObligationDetail }): ReactElement {
  const speech = useSpeech();
  const { subjects } = speech.words;
  const { role } = useSession();
  const fields = useHandlerField(may.write(role), speech.words.duty.handlerHint);
  const act = useAct('POST /v1/jurisdictions/{j}/obligations/{id}/handler');
  const { handler, handlerName = handler } = duty;
  return (
    <>
      {handlerName}{' '}
      {fields === undefined ? null : (
        <ActButton
          about={duty}
          parts={(one) => dutyParts(speech, one)}
          label={subjects.setHandler}
          fields={fields}
          act={act}
          sent={({ handler: sub = null }, { id, version }) => ({
            params: { id },
            ifMatch: version,
            body: { handler: sub },
          })}
        />
      )}
    </>
  );
}
