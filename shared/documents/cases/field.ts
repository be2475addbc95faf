import { caseFileOf } from '../../domain/cases/file.ts';
import { chineseDay, day } from '../../domain/time/day.ts';
import { chineseInstant, instant } from '../../domain/time/instant.ts';
import { formTable, row, signedOn } from '../escalations/forms.ts';
import { linesOf, SEAL, SIGNATURE, toFill } from '../escalations/phrases.ts';
import { content, type Block, type TableRow } from '../model.ts';
import { registered } from './evidence.ts';
import { bodyOfLast, partyOf, type CaseParts } from './parts.ts';
import { partyTexts } from './party.ts';

/** What officers write on the spot and in the investigation. */

interface Officer {
  readonly name: string;
  readonly certificate: string;
}

const named = (officers: readonly Officer[]): string[] =>
  officers.map(({ name, certificate }) => `${name}（执法证号：${certificate}）`);

const signing = (officers: readonly Officer[]): string[] => [
  ...(officers.length === 0 ? [SIGNATURE] : officers.map(({ name }) => `${name}${SIGNATURE}`)),
  signedOn,
];

/** 现场检查（勘查）笔录: what was found where and when, read and signed by the party or refused. */
export function sceneRecord(parts: CaseParts): Block[] {
  const record = bodyOfLast(parts.entries, 'discovery-record');
  const officers = record?.officers ?? [];
  return [
    formTable([
      row('案由', content(parts.cause)),
      row('被检查人', content(partyTexts(parts))),
      row('检查时间', content(record ? chineseInstant(instant(record.at)) : toFill('检查时间'))),
      row('检查地点', content(record?.place ?? toFill('检查地点'))),
      row('执法人员', content(named(officers))),
      row('出示证件\n和告知', content('□已出示执法证件　□已告知被检查人依法享有陈述、申辩和申请回避的权利')),
      row('检查情况', content(linesOf(record?.text ?? toFill('检查情况'))), 45),
      row('附件', content('照片、录像、复印件：　　份')),
      row(
        '被检查人\n意见和签名',
        content(['以上笔录已阅，与事实相符（有异议的写明）：', SIGNATURE, signedOn]),
        24,
      ),
      row('见证人签名\n（拒签时）', content(['', SIGNATURE]), 14),
      row('执法人员\n签名', content(signing(officers)), 16),
    ]),
  ];
}

/** 询问笔录, one for each person who was asked. */
export function inquiryRecord(parts: CaseParts): Block[] {
  const asked = parts.entries.flatMap(({ body }) => (body.event === 'inquiry' ? [body] : []));
  return asked.flatMap((one, index): Block[] => {
    const until = one.until === undefined ? '' : `至${chineseInstant(instant(one.until))}`;
    const table = formTable([
      row('案由', content(parts.cause)),
      row('询问时间', content(`${chineseInstant(instant(one.at))}${until}`)),
      row('询问地点', content(one.place ?? toFill('询问地点'))),
      row('被询问人', content([one.person, ...linesOf(one.identity ?? toFill('身份证件号码、单位和职务'))])),
      row('询问人', content(named(one.officers))),
      row(
        '出示证件\n和告知',
        content(
          '□已出示执法证件并由被询问人确认　□已告知依法享有陈述、申辩和申请回避的权利，以及如实回答的义务',
        ),
      ),
      row('询问内容', content(linesOf(one.text)), 60),
      row(
        '被询问人\n核对签名',
        content(['以上笔录已阅（已宣读），与我所说相符。', `${SIGNATURE}（逐页签名）`, signedOn]),
        22,
      ),
      row('询问人、\n记录人签名', content(signing(one.officers)), 16),
    ]);
    return index === 0 ? [table] : [{ kind: 'page-break' }, table];
  });
}

/** 先行登记保存证据审批表: the head approves before the measure (行政处罚法第五十六条). */
export function evidenceApproval(parts: CaseParts): Block[] {
  const secured = bodyOfLast(parts.entries, 'evidence-secured');
  const { items, place } = registered(parts);
  const { officers, filing } = caseFileOf(parts.entries);
  const acting =
    officers.length > 0
      ? officers
      : (filing?.officers ?? bodyOfLast(parts.entries, 'discovery-record')?.officers ?? []);
  const kinds = { registration: '先行登记保存', sealing: '查封', seizure: '扣押' } as const;
  const rows: TableRow[] = [
    row('案由', content(parts.cause)),
    row('当事人', content(partyOf(parts))),
    row('拟采取的\n措施', content(secured ? kinds[secured.kind] : toFill('措施'))),
    row('理由', content('证据可能灭失或者以后难以取得')),
    row('依据', content(linesOf(secured?.legalBasis ?? '《中华人民共和国行政处罚法》第五十六条'))),
    row('证据名称、\n规格和数量', content(linesOf(items ?? toFill('证据名称、规格和数量'))), 30),
    row('保存地点', content(place ?? toFill('保存地点'))),
    row('期限', content('自采取措施之日起七个工作日内作出处理决定')),
    row('承办人员\n意见', content(['请批准。', ...signing(acting)]), 20),
    row(
      '负责人\n意见',
      content([
        secured?.agreedBy === undefined ? '' : `${secured.agreedBy}事先同意。`,
        `${SIGNATURE}　　${signedOn}`,
        ...(secured
          ? [`（采取措施的时间：${chineseInstant(instant(secured.at))}；批准应当在采取措施之前。）`]
          : []),
      ]),
      22,
    ),
  ];
  return [formTable(rows)];
}

/** 案卷评查表, for two who review the closed file; what cannot pass stands first (行政执法监督条例第十八条). */
export function fileReview(parts: CaseParts): Block[] {
  const file = caseFileOf(parts.entries);
  const items = [
    ['一票否决项', '执法主体有处罚权；有法定依据；当事人认定正确；没有超过追究时效；依法告知并听取陈述申辩'],
    ['主体和人员', '两名以上执法人员，持有效执法证件；应当回避的已经回避'],
    ['事实和证据', '违法事实清楚；证据合法、充分，列举完整'],
    ['依据', '适用法律、法规、规章及其条、款、项正确'],
    ['裁量', '符合裁量基准，理由充分；没有超过法定上限，没有超出告知的内容'],
    ['程序', '立案、调查、告知、听证、法制审核、集体讨论、决定、送达符合法定程序和期限'],
    ['文书', '使用规定的文书，内容完整，签名、印章、日期、文号齐全'],
    ['执行', '履行情况和票据齐全；逾期未履行的依法催告、申请强制执行'],
    ['归档', '一案一卷，目录、页码完整，全过程记录归档'],
  ] as const;
  return [
    formTable([
      row('案由', content(parts.cause)),
      row('当事人', content(partyOf(parts))),
      row('决定书文号', content(file.decision?.number ?? toFill('发文字号'))),
      row('承办人员', content(file.officers.map(({ name }) => name).join('、'))),
      row(
        '立案、决定、\n结案日期',
        content(
          [file.filedOn, file.decision?.on, bodyOfLast(parts.entries, 'closing')?.on]
            .map((on) => (on === undefined ? '—' : chineseDay(day(on))))
            .join('；'),
        ),
      ),
    ]),
    {
      kind: 'table',
      widths: [28, 78, 28, 22],
      header: true,
      rows: [
        { cells: ['评查项目', '评查内容', '结果', '问题'].map((text) => ({ lines: [text], label: true })) },
        ...items.map(([name, what]) => ({
          cells: [
            { lines: [name], label: true },
            { lines: [what] },
            { lines: ['□是　□否'] },
            { lines: [''] },
          ],
        })),
      ],
    },
    formTable([
      row('评查结论', content(['□合格　□不合格', '整改意见：']), 22),
      row('评查人员\n签名', content([SIGNATURE, SIGNATURE, signedOn]), 16),
    ]),
    { kind: 'remark', text: `（评查机关：${parts.bureau}${SEAL}）` },
  ];
}
