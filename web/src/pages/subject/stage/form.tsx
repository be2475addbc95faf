import { App, Button, Drawer, Form, type FormInstance } from 'antd';
import { useState, type ReactElement } from 'react';
import { RequestFailed } from '../../../api/client.ts';
import type { SubjectDetail } from '../../../api/contract.ts';
import { useAct } from '../../../api/use-api.ts';
import { useToday } from '../../../api/use-today.ts';
import { Guard } from '../../../components/guard.tsx';
import { ProblemAlert } from '../../../components/problem.tsx';
import { KeptNote, useKeep, useKept, valuesOf } from '../../../components/use-kept.tsx';
import { useStageWords } from '../../../i18n/stage-words.ts';
import { wordFor } from '../../../i18n/table.ts';
import { useSpeech } from '../../../i18n/words.ts';
import {
  eventBodyOf,
  fieldLabel,
  placeOf,
  shownFields,
  startOf,
  type OpenEvent,
  type StageValues,
} from '../../../stage-fields.ts';
import { StageInput } from './inputs.tsx';
import { formName, stageMessage } from './texts.ts';
import './stage.css';

interface EventFormProps {
  readonly open: OpenEvent;
  readonly subject: SubjectDetail;
  readonly close: () => void;
}

/** The form of one event; what is refused is shown at its field, and nothing is lost. */
export default function EventForm(props: EventFormProps): ReactElement | null {
  const today = useToday();
  // The day that is proposed is the server’s.
  return today === undefined ? null : <Opened {...props} today={today} />;
}

function Opened({ open, subject, close, today }: EventFormProps & { readonly today: string }): ReactElement {
  const speech = useSpeech();
  const words = useStageWords();
  const { message } = App.useApp();
  const [form] = Form.useForm<StageValues>();
  const kept = useKept<StageValues>(formName(open.event));
  const [dirty, setDirty] = useState(kept !== undefined);
  useKeep(formName(open.event), () => (dirty ? valuesOf(form) : undefined));
  const [start] = useState(() => kept ?? startOf(open, subject, today));
  // Of the case that was looked at: what another entered meanwhile is seen first.
  const [version] = useState(subject.version);
  const act = useAct('POST /v1/jurisdictions/{j}/subjects/{id}/events');
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
      return name === undefined ? [] : [{ name: [...name], errors: [stageMessage(speech, said)] }];
    });
    mark(form, marks);
  };
  const submit = (): void => {
    // What was refused before says nothing of what is sent now.
    unmark(form);
    act.mutate(
      { params: { id: subject.id }, ifMatch: version, body: eventBodyOf(open, valuesOf(form)) },
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
        <ProblemAlert
          error={act.error}
          said={{
            name: (path) => nameOf(path),
            text: (said) => stageMessage(speech, said),
          }}
        />
        <div className="stage-acts">
          <Button type="primary" htmlType="submit" loading={act.isPending}>
            {words.submit}
          </Button>
          <Button onClick={close}>{speech.words.common.cancel}</Button>
        </div>
      </Form>
    </Drawer>
  );

  /** `officers.0.certificate` → 执法人员 1; an event by its own name. */
  function nameOf(path: string): string {
    const [name = '', index = ''] = path.split('.');
    if (name === 'event') return '';
    const label = Object.hasOwn(words.events, name)
      ? wordFor(words.events, name)
      : fieldLabel(words, open.event, name);
    return /^\d+$/.test(index) ? `${label} ${Number(index) + 1}` : label;
  }
}

/** Before the first drawing nothing is entered yet. */
const first = <T,>(watched: T | undefined, otherwise: T): T => watched ?? otherwise;

interface Mark {
  readonly name: (string | number)[];
  readonly errors: string[];
}

function mark(form: FormInstance, marks: readonly Mark[]): void {
  form.setFields([...marks]);
  const [top] = marks;
  if (top) form.scrollToField(top.name, { block: 'center' });
}

const unmark = (form: FormInstance): void =>
  form.setFields(form.getFieldsError().map(({ name }) => ({ name, errors: [] })));
