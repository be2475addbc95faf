import { App, Button, Drawer, Form, type FormInstance } from 'antd';
import { useState, type ReactElement } from 'react';
import { RequestFailed } from '../../../api/client.ts';
import type { SubjectDetail } from '../../../api/contract.ts';
import { useAct } from '../../../api/use-api.ts';
import { useSubjects } from '../../../api/use-names.ts';
import { useToday } from '../../../api/use-today.ts';
import { rebased, type Part } from '../../../components/compare.ts';
import { subjectParts } from '../../../features/facts/changed-parts.ts';
import { Changed, leadsToChange } from '../../../components/changed.tsx';
import { Guard } from '../../../components/guard.tsx';
import { mark } from '../../../components/mark.ts';
import { ProblemAlert } from '../../../components/problem.tsx';
import { KeptNote, useKeep, useKept, valuesOf } from '../../../components/use-kept.tsx';
import { useOpened } from '../../../components/use-opened.ts';
import { instantText } from '../../../i18n/format.ts';
import { useStageWords } from '../../../i18n/stage-words.ts';
import { wordFor } from '../../../i18n/shape/table.ts';
import { useSpeech } from '../../../i18n/words.ts';
import {
  eventBodyOf,
  fieldLabel,
  formName,
  placeOf,
  shownFields,
  startOf,
  type OpenEvent,
} from './fields.ts';
import type { StageValues } from './table.ts';
import { StageInput } from './inputs.tsx';
import './stage.css';

interface Typed {
  /** What the person was looking at while typing. */
  readonly seen: SubjectDetail;
  readonly values: StageValues;
}

interface EventFormProps {
  readonly open: OpenEvent;
  /** False when the stage no longer allows the event. */
  readonly possible: boolean;
  /** Continues with the event as it is now. */
  readonly renew: () => void;
  readonly subject: SubjectDetail;
  readonly close: () => void;
}

/** The form of one event. A refusal is shown at its field, and nothing is lost. */
export default function EventForm(props: EventFormProps): ReactElement | null {
  const today = useToday();
  // The proposed day is the server’s.
  return today === undefined ? null : <EventDrawer {...props} today={today} />;
}

function EventDrawer({
  open,
  possible,
  renew,
  subject,
  close,
  today,
}: EventFormProps & { readonly today: string }): ReactElement {
  const speech = useSpeech();
  const words = useStageWords();
  const { message } = App.useApp();
  const [form] = Form.useForm<StageValues>();
  const kept = useKept<Typed>(formName(open.event));
  const [dirty, setDirty] = useState(kept !== undefined);
  // The case as it was when the form was opened: the person sees first what somebody else has entered
  // meanwhile.
  const opened = useOpened(subject, kept?.seen ?? subject);
  const { seen } = opened;
  useKeep(formName(open.event), (): Typed | undefined =>
    dirty ? { seen, values: valuesOf(form) } : undefined,
  );
  const [start] = useState(() => kept?.values ?? startOf(open, seen, today));
  const act = useAct('POST /v1/jurisdictions/{j}/subjects/{id}/events', { ends: true });
  const gate = { opened, busy: act.isPending, possible };
  const parts = useStageParts();
  const values = first(
    Form.useWatch((all: StageValues) => all, { form, preserve: true }),
    start,
  );
  const shown = shownFields(open, values);
  const title = wordFor(words.events, open.event);

  const refused = (error: unknown): void => {
    if (!(error instanceof RequestFailed)) return;
    const marks = (error.problem.errors ?? []).flatMap(({ path, message: said }) => {
      const name = placeOf(path, shown, valuesOf(form));
      return name === undefined ? [] : [{ name, errors: [said] }];
    });
    mark(form, marks);
  };
  const goOn = (): void => {
    const before = startOf(open, seen, today);
    const after = startOf(open, subject, today);
    form.setFieldsValue(rebased(before, valuesOf(form), after));
    opened.hold();
    renew();
    unmark(form);
    act.reset();
  };
  const submit = (): void => {
    if (leadsToChange(gate)) return;
    // An earlier refusal does not concern what is sent now.
    unmark(form);
    act.mutate(
      { params: { id: seen.id }, ifMatch: seen.version, body: eventBodyOf(open, valuesOf(form)) },
      {
        onError: refused,
        onSuccess: ({ stage }) => {
          setDirty(false);
          void message.success(words.done(title, stage ? wordFor(words.stages, stage.name) : ''));
          close();
        },
      },
    );
  };
  return (
    <Drawer
      className="stage-form"
      open
      onClose={close}
      title={title}
      size="min(720px, 100vw)"
      mask={{ closable: false }}
      keyboard={false}
    >
      <Guard dirty={dirty && !act.isPending && !act.isSuccess} />
      <KeptNote shown={kept !== undefined} />
      <Form<StageValues>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={start}
        onFinish={submit}
        onValuesChange={() => setDirty(true)}
        scrollToFirstError={{ block: 'center' }}
      >
        {shown.map((field) => (
          <StageInput key={field.name} field={field} open={open} today={today} />
        ))}
        <Changed {...gate} parts={parts} accept={goOn} />
        <ProblemAlert error={act.error} nameOf={nameOf} />
        <div className="stage-acts">
          <Button type="primary" htmlType="submit" loading={act.isPending}>
            {words.submit}
          </Button>
          <Button onClick={close}>{speech.words.common.cancel}</Button>
        </div>
      </Form>
    </Drawer>
  );

  /** `officers.0.certificate` → 执法人员 1; fields of an event by their own names. */
  function nameOf(path: string): string {
    const [name = '', index = ''] = path.split('.');
    if (name === 'event') return '';
    const label = Object.hasOwn(words.events, name)
      ? wordFor(words.events, name)
      : fieldLabel(words, open.event, name);
    return /^\d+$/.test(index) ? `${label} ${Number(index) + 1}` : label;
  }
}

/** The stage of the case, its content, and the last entry. */
function useStageParts(): (subject: SubjectDetail) => readonly Part[] {
  const speech = useSpeech();
  const words = useStageWords();
  const subjects = useSubjects();
  return (subject) => [
    {
      label: speech.words.subjects.tabs.stage,
      text: subject.stage ? wordFor(words.stages, subject.stage.name) : '',
    },
    {
      label: speech.words.duty.history,
      text: (subject.history ?? [])
        .map(({ at, event }) => `${instantText(at, speech.language)} ${wordFor(words.events, event)}`)
        .join('\n'),
    },
    ...subjectParts(speech, (id) => subjects.get(id)?.name ?? id, subject),
  ];
}

/** Before the first rendering nothing is entered yet. */
const first = <T,>(watched: T | undefined, otherwise: T): T => watched ?? otherwise;

const unmark = (form: FormInstance): void =>
  form.setFields(form.getFieldsError().map(({ name }) => ({ name, errors: [] })));
