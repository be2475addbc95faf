import { App, Button, Drawer, Form } from 'antd';
import { useState, type ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { useAct, useRead } from '../../api/use-api.ts';
import { Guard } from '../../components/guard.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { KeptNote, useKeep, useKept, valuesOf } from '../../components/use-kept.tsx';
import { bodyOf, type DrawFields } from './form.ts';
import { useWords } from '../../i18n/words.ts';
import { BeaconFields } from './beacon-fields.tsx';
import { Officers } from './officer-fields.tsx';
import { Exclusions, Whom } from './roster-fields.tsx';

/** Commits a draw and publishes its commitment. Then its page opens, with the next step. */
export default function Commit({ close }: { readonly close: () => void }): ReactElement {
  const { draws } = useWords();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [form] = Form.useForm<DrawFields>();
  const kept = useKept<DrawFields>('commit');
  const [dirty, setDirty] = useState(kept !== undefined);
  useKeep('commit', () => (dirty ? valuesOf(form) : undefined));
  const staff = useRead('GET /v1/jurisdictions/{j}/staff');
  const certified = (staff.data?.items ?? []).filter(({ certificate }) => certificate !== undefined);
  const commit = useAct('POST /v1/jurisdictions/{j}/draws', { ends: true });
  const submit = (fields: DrawFields): void => {
    commit.mutate(
      { body: bodyOf(fields, certified) },
      {
        onSuccess: ({ id }) => {
          setDirty(false);
          void message.success(draws.form.committed);
          void navigate(`/draws/${id}`);
        },
      },
    );
  };
  return (
    <Drawer
      open
      onClose={close}
      title={draws.form.title}
      size="min(760px, 100vw)"
      mask={{ closable: false }}
      keyboard={false}
    >
      <Guard dirty={dirty && !commit.isPending && !commit.isSuccess} />
      <p className="hint">{draws.form.hint}</p>
      <Form<DrawFields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={kept ?? { by: 'size', size: '3', beacon: 'dice' }}
        onFinish={submit}
        onValuesChange={() => setDirty(true)}
        scrollToFirstError
      >
        <KeptNote shown={kept !== undefined} />
        <Whom />
        <Exclusions />
        <Officers certified={certified} />
        <BeaconFields />
        <ProblemAlert error={staff.error} />
        <ProblemAlert error={commit.error} />
        <p>
          <Button type="primary" htmlType="submit" loading={commit.isPending}>
            {draws.form.commit}
          </Button>
        </p>
      </Form>
    </Drawer>
  );
}
