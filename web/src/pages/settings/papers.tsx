import { Card, Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { numberedPapers } from '../../../../shared/vocabulary/numbered-papers.ts';
import type { Settings } from '../../api/contract.ts';
import { useRead } from '../../api/use-api.ts';
import { useToday } from '../../api/use-today.ts';
import { useWords } from '../../i18n/words.ts';
import { deskNames } from './desk.ts';
import { isBodyLine, officeNames, type OfficeName } from './form.ts';

type Path = readonly string[];

/** Who acts, where to go and how papers are numbered: filled into every order, notice and decision. */
export function PaperFields({ papers }: { readonly papers: Settings['papers'] }): ReactElement {
  const { settings } = useWords();
  const offices = officeNames.filter((office) => papers.offices?.[office] !== undefined);
  return (
    <>
      <Desk id="papers" title={settings.papers} path={['desk']} hint={settings.papersHint} />
      {offices.map((office) => (
        <OfficeDesk key={office} office={office} />
      ))}
      <Bodies />
    </>
  );
}

/** Bodies of the sources that have another name today. */
function Bodies(): ReactElement {
  const { settings } = useWords();
  return (
    <Card id="bodies" size="small" className="regime" title={<h2>{settings.bodies}</h2>}>
      <Form.Item
        name="bodies"
        label={settings.bodies}
        extra={settings.bodiesHint}
        rules={[
          {
            validator: (_, value: unknown) =>
              typeof value !== 'string' ||
              value.split('\n').every((line) => line.trim() === '' || isBodyLine(line))
                ? Promise.resolve()
                : Promise.reject(new Error(settings.bodiesWrong)),
          },
        ]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} autoComplete="off" />
      </Form.Item>
    </Card>
  );
}

function OfficeDesk({ office }: { readonly office: OfficeName }): ReactElement {
  const { settings, terms } = useWords();
  return (
    <Desk
      id={`papers-${office}`}
      title={settings.papersOf(terms.offices[office])}
      path={['offices', office]}
      hint={settings.papersOfHint}
      office={office}
    />
  );
}

interface DeskProps {
  readonly id: string;
  readonly title: string;
  readonly path: Path;
  readonly hint: string;
  /** The bureau itself without one. */
  readonly office?: string;
}

function Desk({ id, title, path, hint, office }: DeskProps): ReactElement {
  const { settings } = useWords();
  return (
    <Card id={id} size="small" className="regime" title={<h2>{title}</h2>}>
      <p className="hint tight">{hint}</p>
      <div className="field-grid">
        {deskNames.map((name) => (
          <Form.Item
            key={name}
            name={[...path, 'lines', name]}
            label={settings[name]}
            extra={settings.deskHints[name]}
          >
            <Input autoComplete="off" maxLength={300} />
          </Form.Item>
        ))}
      </div>
      <h3 className="between">{settings.numbering}</h3>
      <p className="hint tight">{settings.numberingHint}</p>
      <div className="field-grid">
        {numberedPapers.map((paper) => (
          <Pattern key={paper} paper={paper} path={path} office={office} />
        ))}
      </div>
    </Card>
  );
}

interface PatternProps {
  readonly paper: (typeof numberedPapers)[number];
  readonly path: Path;
  readonly office: string | undefined;
}

/** A pattern of numbers, with the next number of what is stored; of what is typed, how a number will look. */
function Pattern({ paper, path, office }: PatternProps): ReactElement {
  const { settings, terms } = useWords();
  const names: Readonly<Record<string, string>> = { ...terms.steps, ...settings.casePapers };
  const year = useToday()?.slice(0, 4) ?? '';
  const next = useRead('GET /v1/jurisdictions/{j}/settings/numbers').data?.items.find(
    (one) => one.paper === paper && (office === undefined ? one.isMain : one.office === office),
  );
  const typed: unknown = Form.useWatch([...path, 'numbering', paper]);
  const pattern = typeof typed === 'string' ? typed : '';
  const extra =
    next !== undefined && next.pattern === pattern
      ? settings.nextNumber(next.next)
      : pattern.includes('{n}')
        ? settings.exampleNumber(pattern.replace('{year}', year).replace('{n}', '1'))
        : undefined;
  return (
    <Form.Item name={[...path, 'numbering', paper]} label={names[paper] ?? paper} extra={extra}>
      <Input autoComplete="off" maxLength={300} />
    </Form.Item>
  );
}
