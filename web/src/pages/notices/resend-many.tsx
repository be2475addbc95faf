import { App, Button, Modal } from 'antd';
import { useState, type ReactElement } from 'react';
import { useAct } from '../../api/use-api.ts';
import { ProblemAlert } from '../../components/problem.tsx';
import { useWords } from '../../i18n/words.ts';

const states = ['failed', 'unknown', 'captured', 'bounced', 'suppressed'] as const;
type State = (typeof states)[number];

interface Props {
  readonly status: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** One act for everything that an outage stopped within the days of the list. */
export function ResendMany({ status, from, to }: Props): ReactElement {
  const { outbox, common } = useWords();
  const { message } = App.useApp();
  const act = useAct('POST /v1/jurisdictions/{j}/notices/resend');
  const [open, setOpen] = useState(false);
  const state: State = states.find((one) => one === status) ?? 'failed';
  const ready = from !== undefined && to !== undefined;
  const send = (): void => {
    if (!ready) return;
    act.mutate(
      { body: { status: state, from, to } },
      {
        onSuccess: ({ items }) => {
          const sent = items.filter((item) => item.status === 200).length;
          void message.info(outbox.resentMany(sent, items.length - sent));
          setOpen(false);
        },
      },
    );
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{outbox.resendMany}</Button>
      <Modal
        open={open}
        title={outbox.resendMany}
        okText={outbox.resendMany}
        cancelText={common.cancel}
        okButtonProps={{ disabled: !ready, loading: act.isPending }}
        onOk={send}
        onCancel={() => setOpen(false)}
      >
        <p>{ready ? outbox.resendManyOf(from, to) : outbox.resendManyDays}</p>
        <p className="hint">{outbox.resendManyHint}</p>
        <ProblemAlert error={act.error} />
      </Modal>
    </>
  );
}
