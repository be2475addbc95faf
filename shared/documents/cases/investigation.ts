import { caseFileOf } from '../../domain/cases/file.ts';
import { chineseDay, day } from '../../domain/time/day.ts';
import { chineseInstant, instant } from '../../domain/time/instant.ts';
import { formTable, row } from '../escalations/forms.ts';
import { linesOf, SIGNATURE, toFill } from '../escalations/phrases.ts';
import { content, type Block } from '../model.ts';
import { bodyOfLast, type CaseParts } from './parts.ts';
import { partyTexts } from './party.ts';

/** 案件调查终结报告: who, how it came to be known and what was done, facts, evidence, what is suggested. */
export function investigationReport(parts: CaseParts): Block[] {
  const { entries } = parts;
  const file = caseFileOf(entries);
  const report = bodyOfLast(entries, 'investigation-report');
  const said = (text: string | undefined, what: string): string[] => linesOf(text ?? toFill(what));
  return [
    formTable([
      row('案由', content(parts.cause)),
      row('当事人', content(partyTexts(parts))),
      row('案件来源\n和调查经过', content(course(parts))),
      row(
        '承办人员',
        content(file.officers.map(({ name, certificate }) => `${name}（执法证号：${certificate}）`)),
      ),
      row('违法事实', content(said(report?.text, '违法事实')), 50),
      row('证据', content(said(report?.evidence, '证据名称')), 40),
      row('定性和\n处罚依据', content(said(report?.legalBasis, '定性和处罚依据')), 20),
      row('裁量情节\n和理由', content(said(report?.discretion, '裁量情节和理由')), 20),
      row('处理建议', content(said(report?.recommendation, '处理建议')), 20),
      row(
        '承办人员\n签名',
        content([
          ...file.officers.map(({ name }) => `${name}${SIGNATURE}`),
          report ? chineseDay(day(report.on)) : toFill('报告日期'),
        ]),
        20,
      ),
    ]),
  ];
}

/** What was done until the report, by the days on record. */
function course({ entries, discoveredOn }: CaseParts): string[] {
  const discovery = bodyOfLast(entries, 'discovery-record');
  const filing = bodyOfLast(entries, 'filing-approval');
  const evidence = bodyOfLast(entries, 'evidence-secured');
  const found =
    discovery === undefined
      ? discoveredOn === undefined
        ? []
        : [`${chineseDay(discoveredOn)}发现。`]
      : [`${chineseInstant(instant(discovery.at))}现场检查（勘查）发现。`];
  const lines = [
    ...found,
    ...(evidence ? [`${chineseInstant(instant(evidence.at))}采取证据措施。`] : []),
    ...(filing ? [`${chineseDay(day(filing.on))}批准立案。`] : []),
  ];
  return lines.length === 0 ? [toFill('案件来源和调查经过')] : lines;
}
