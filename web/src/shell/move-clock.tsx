import { Alert, App, Button, Form, Input, Modal } from 'antd';
import { useState, type ReactElement } from 'react';
import { useAct } from '../api/use-api.ts';
import { instantText, plusDays } from '../i18n/format.ts';
import { useSpeech } from '../i18n/words.ts';
import { ProblemAlert } from '../components/problem.tsx';

interface MoveProps {
  readonly now: string;
  readonly done: () => void;
}

/** Moves a simulated clock forward. What falls due on the way happens before the answer. */
export default function MoveClock({ now, done }: MoveProps): ReactElement {
  const { words, language } = useSpeech();
  const { message } = App.useApp();
  const move = useAct('POST /local/clock');
  const [to, setTo] = useState(`${plusDays(now, 1)}T10:00`);
  const submit = (): void => {
    move.mutate(
      { body: { now: `${to}:00+08:00` } },
      {
        onSuccess: ({ notices }) => {
          void message.success(words.shell.moved(notices));
          done();
        },
      },
    );
  };
  return (
    <Modal open title={words.shell.moveClock} footer={null} onCancel={done}>
      <Form layout="vertical" onFinish={submit}>
        <p>
          {words.shell.simulated}：{instantText(now, language)}
        </p>
        <p>{words.shell.moveClockHint}</p>
        <Form.Item label={words.shell.moveTo} htmlFor="clock-to">
          <Input
            id="clock-to"
            type="datetime-local"
            min={now.slice(0, 16)}
            value={to}
            onChange={(event) => setTo(event.target.value)}
          />
        </Form.Item>
        <ProblemAlert error={move.error} />
        {move.isPending ? <Alert type="info" title={words.shell.moving} /> : null}
        <Button type="primary" htmlType="submit" loading={move.isPending}>
          {words.shell.moveClock}
        </Button>
      </Form>
    </Modal>
  );
}
