import type { ReactElement } from 'react';
import type { SubjectDetail } from '../../api/contract.ts';
import { useAct } from '../../api/use-api.ts';
import { ActButton } from '../../components/act-form.tsx';
import { useHandlerField } from '../../features/duties/handler-field.ts';
import { useWords } from '../../i18n/words.ts';
import { may, useSession } from '../../session/use-session.ts';

/** Whose work a subject is; an officer says so. */
export function Handler({ subject }: { readonly subject: SubjectDetail }): ReactElement | null {
  const { subjects } = useWords();
  const { role } = useSession();
  const canSay = may.write(role) && subject.retiredOn === undefined;
  const fields = useHandlerField(canSay);
  const act = useAct('PATCH /v1/jurisdictions/{j}/subjects/{id}');
  const { handler, handlerName = handler } = subject;
  return (
    <>
      {handlerName === undefined ? null : (
        <span>
          {subjects.handler}：{handlerName}
        </span>
      )}
      {fields === undefined ? null : (
        <ActButton
          about={subject}
          parts={(one) => [
            { label: subjects.name, text: one.name },
            { label: subjects.handler, text: one.handlerName ?? '' },
          ]}
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
