import { Card, Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { numberedPapers } from '../../../../shared/vocabulary/numbered-papers.ts';
import { useWords } from '../../i18n/words.ts';
import { paperNames } from './form.ts';

/** Who acts, where to go and how papers are numbered: filled into every order, notice and decision. */
export function PaperFields(): ReactElement {
  const { settings, terms } = useWords();
  const steps: Readonly<Record<string, string>> = { ...terms.steps, ...settings.casePapers };
  return (
    <Card size="small" className="regime" title={<h2>{settings.papers}</h2>}>
      <p className="hint tight">{settings.papersHint}</p>
      <div className="field-grid">
        {paperNames.map((name) => (
          <Form.Item key={name} name={name} label={settings[name]}>
            <Input />
          </Form.Item>
        ))}
      </div>
      <h3 className="between">{settings.numbering}</h3>
      <p className="hint tight">{settings.numberingHint}</p>
      <div className="field-grid">
        {numberedPapers.map((paper) => (
          <Form.Item key={paper} name={['numbering', paper]} label={steps[paper] ?? paper}>
            <Input />
          </Form.Item>
        ))}
      </div>
    </Card>
  );
}
