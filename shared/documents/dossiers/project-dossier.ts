import { signature } from '../../domain/actor.ts';
import { factWords } from '../../vocabulary/kinds.ts';
import { acceptanceEventNames } from '../../vocabulary/stage-words.ts';
import { chineseDay, day, parseDay } from '../../domain/time/day.ts';
import { chineseInstant } from '../../domain/time/instant.ts';
import { basisText } from '../../letters/wording.ts';
import { escalationStatusWords, modeWords, statusWords } from '../../vocabulary/value-words.ts';
import { documentName } from '../escalations/compose.ts';
import { clean, linesOf } from '../escalations/phrases.ts';
import { content, heading, label, paragraph, type Block, type DocumentModel } from '../model.ts';
import {
  coverRemark,
  escalationBlocks,
  facts,
  latestOf,
  noticeBlocks,
  numberOf,
  proofBlocks,
  timelineBlock,
} from './blocks.ts';
import { legalBlocks } from './legal.ts';
import type { ProjectDossierParts } from './project-dossier-parts.ts';

/** One readable 案卷 of a project: what was decided comes first, then what was registered, found and entered. */
export function projectDossierModel(parts: ProjectDossierParts): DocumentModel {
  return {
    name: `${parts.subject.name}档案监管案卷`,
    at: latestOf(parts),
    author: parts.bureau,
    blocks: [
      ...cover(parts),
      heading('一、验收结论和文书'),
      ...decided(parts),
      heading('二、登记和申请'),
      ...registered(parts),
      heading('三、监督检查'),
      ...checked(parts),
      heading('四、验收各环节登记内容'),
      ...entered(parts),
      heading('五、办理经过'),
      timelineBlock(parts.timeline),
      heading('六、通知清单'),
      ...noticeBlocks(parts.notices),
      heading('七、决定记录的完整性证明'),
      ...proofBlocks(parts),
      heading('八、法制审查'),
      ...legalBlocks(parts.legal),
    ],
  };
}

function cover(parts: ProjectDossierParts): Block[] {
  const { subject, party } = parts;
  return [
    { kind: 'title', lines: [parts.bureau, '建设项目档案监管案卷'] },
    facts([
      ['项目', subject.code === undefined ? subject.name : `${subject.name}（${subject.code}）`],
      ['建设单位', party?.name ?? '未登记'],
      ['当前阶段', parts.stage.title],
      ...Object.entries(parts.facts).flatMap(([name, value]): (readonly [string, string])[] => {
        const word = factWords[name];
        return word === undefined || typeof value === 'object' ? [] : [[word, factText(value)]];
      }),
      ['制度条款', parts.clause],
      ['所列依据\n及其效力', parts.basis.map(basisText)],
      ['截至', chineseInstant(latestOf(parts))],
      ['案卷编号', parts.id],
    ]),
    coverRemark,
  ];
}

function factText(value: unknown): string {
  if (typeof value !== 'string') return String(value);
  const on = parseDay(value);
  return on === undefined ? value : chineseDay(on);
}

function decided(parts: ProjectDossierParts): Block[] {
  const { file, grade, passed } = parts.acceptance;
  const papers = [
    ...parts.forms.map(({ name }) => name),
    ...parts.escalations.map(
      (one) => `${documentName(one.parts)}（${numberOf(one)}，${escalationStatusWords[one.parts.status]}）`,
    ),
  ];
  return [
    facts([
      [
        '验收结论',
        file.opinionOn === undefined || passed === undefined
          ? '尚未出具验收意见'
          : `${passed ? '合格' : '不合格'}（${grade ?? ''}，${file.score ?? ''}分），${chineseDay(day(file.opinionOn))}`,
      ],
      ['表决', file.opinion?.inFavour === undefined ? undefined : `同意合格${file.opinion.inFavour}人`],
      ['验收组', file.group?.members.map(({ name, from }) => `${name}（${from}）`).join('、')],
      ['存在问题', file.opinion?.problems?.map(({ text }) => clean(text))],
      ['文书', papers.length === 0 ? '尚无' : papers],
    ]),
    ...parts.escalations.flatMap((one, index) => escalationBlocks(parts.people, one, index)),
  ];
}

/** Without how each day was counted: dossier.json has it. */
function registered({ duties }: ProjectDossierParts): Block[] {
  if (duties.length === 0) return [paragraph('没有应办事项。')];
  return [
    {
      kind: 'table',
      widths: [70, 32, 32, 22],
      header: true,
      rows: [
        { cells: ['事项', '到期日', '办结日', '状态'].map((name) => label(name)) },
        ...duties.map((duty) => ({
          cells: [
            content(duty.period === undefined ? duty.title : `${duty.title}（${duty.period}）`),
            content(chineseDay(day(duty.extendedTo ?? duty.dueOn))),
            content(duty.fulfilledOn === undefined ? '' : chineseDay(day(duty.fulfilledOn))),
            content(isStatus(duty.status) ? statusWords[duty.status] : duty.status),
          ],
        })),
      ],
    },
    paragraph('各到期日的计算步骤载于随附的dossier.json。'),
  ];
}

const isStatus = (status: string): status is keyof typeof statusWords => Object.hasOwn(statusWords, status);

function checked({ checks }: ProjectDossierParts): Block[] {
  if (checks.length === 0) return [paragraph('没有检查记录。')];
  return [
    {
      kind: 'table',
      widths: [42, 24, 34, 56],
      header: true,
      rows: [
        { cells: ['检查时间', '方式', '检查人员', '发现问题和处理'].map((name) => label(name)) },
        ...checks.map(({ at, mode, officers, findings }) => ({
          cells: [
            content(chineseInstant(at)),
            content(modeWords[mode]),
            content(officers.map(({ name }) => name).join('、')),
            content(
              findings.length === 0
                ? '未发现问题'
                : findings.flatMap(({ text, handling, rectifyBy }) => [
                    ...linesOf(text),
                    `处理：${clean(handling)}${rectifyBy === undefined ? '' : `，期限${chineseDay(day(rectifyBy))}`}`,
                  ]),
            ),
          ],
        })),
      ],
    },
  ];
}

function entered({ acceptance: { entries }, people }: ProjectDossierParts): Block[] {
  if (entries.length === 0) return [paragraph('尚未登记。')];
  return [
    {
      kind: 'table',
      widths: [42, 32, 44, 38],
      header: true,
      rows: [
        { cells: ['登记时间', '环节', '内容', '登记人'].map((name) => label(name)) },
        ...entries.map(({ at, by, body }) => ({
          cells: [
            content(chineseInstant(at)),
            content(acceptanceEventNames[body.event]),
            content(saidIn(body)),
            content(people[signature(by)] ?? signature(by)),
          ],
        })),
      ],
    },
  ];
}

type Body = ProjectDossierParts['acceptance']['entries'][number]['body'];

function saidIn(body: Body): string[] {
  switch (body.event) {
    case 'application':
      return [`${chineseDay(day(body.on))}申请，自评${body.selfScore ?? ''}分`];
    case 'withdraw-application':
      return linesOf(body.reason);
    case 'group':
      return [`组长${body.chair}，共${body.members.length}人`];
    case 'meeting':
      return [chineseDay(day(body.on))];
    case 'score':
      return [`${body.score}分`];
    case 'opinion':
      return [chineseDay(day(body.on)), ...linesOf(body.text ?? '')];
  }
}
