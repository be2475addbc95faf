import { Button, Card, Col, Form, Input, Row, Select } from 'antd';
import type { ReactElement } from 'react';
import { subjectKinds, type SubjectKind } from '../../../../shared/vocabulary/kinds.ts';
import { useAct } from '../../api/use-api.ts';
import { useToday } from '../../api/use-today.ts';
import { FactInputs } from '../../features/facts/inputs.tsx';
import { Head } from '../../components/head.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { plusDays } from '../../i18n/format.ts';
import { useWords } from '../../i18n/words.ts';
import { useSession } from '../../session/use-session.ts';
import { factsOf, type SubjectFields } from '../../features/facts/form.ts';
import { Previewed } from './previewed.tsx';

interface Fields extends SubjectFields {
  readonly from: string;
  readonly to: string;
}

const YEAR = 365;

/** What would fall due for such a subject. Stores nothing. */
export function Component(): ReactElement {
  const words = useWords();
  const { jurisdiction } = useSession();
  const today = useToday();
  const ask = useAct('POST /v1/preview');
  const submit = (fields: Fields): void => {
    const { kind, traits, from, to } = fields;
    const subject = { kind, traits: [...(traits ?? [])], facts: factsOf(fields) };
    ask.mutate({ body: { jurisdiction, subject, from, to } });
  };
  return (
    <>
      <Head title={words.preview.title} />
      <p className="tight">{words.preview.lead}</p>
      <Row gutter={[16, 16]}>
        <Col xs={24} lg={9} className="no-print">
          <Card size="small">
            {today === undefined ? null : (
              <Form<Fields>
                layout="vertical"
                requiredMark={false}
                initialValues={{ kind: 'unit', from: today, to: plusDays(today, YEAR) }}
                onFinish={submit}
              >
                <PreviewFields />
                <Button type="primary" htmlType="submit" loading={ask.isPending}>
                  {words.preview.run}
                </Button>
              </Form>
            )}
          </Card>
        </Col>
        <Col xs={24} lg={15}>
          <ProblemAlert error={ask.error} />
          {ask.data ? <Previewed duties={ask.data.obligations} /> : <p>{words.preview.start}</p>}
        </Col>
      </Row>
    </>
  );
}

function PreviewFields(): ReactElement {
  const words = useWords();
  const required = [{ required: true, message: words.common.required }];
  return (
    <>
      <Form.Item name="kind" label={words.facts.fields.kind} rules={required}>
        <Select options={subjectKinds.map((value) => ({ value, label: words.terms.kinds[value] }))} />
      </Form.Item>
      <Form.Item noStyle dependencies={['kind']}>
        {({ getFieldValue }) => {
          const chosen: unknown = getFieldValue('kind');
          const kind: SubjectKind = subjectKinds.find((known) => known === chosen) ?? 'unit';
          return <FactInputs key={kind} kind={kind} />;
        }}
      </Form.Item>
      <div className="field-grid">
        <Form.Item name="from" label={words.preview.from} rules={required}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="to" label={words.preview.to} rules={required}>
          <Input type="date" />
        </Form.Item>
      </div>
    </>
  );
}
