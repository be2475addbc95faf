import { chineseDay, day } from '../../domain/time/day.ts';
import { formTable, row } from '../escalations/forms.ts';
import { dateOr, linesOf, numberOr, remediesText, SEAL } from '../escalations/phrases.ts';
import { content, type Block } from '../model.ts';
import type { ProjectFormParts } from './parts.ts';
import { BY_HAND, points, signatures, signedOn, ticked } from './words.ts';

/**
 * 档案验收意见: HJ 三(一)四(四), 五(三) and its peers. The national measure knows 合格 and 不合格 alone, by more than
 * half of the group; the grade of the list stands beside it. A failed acceptance may be contested.
 */
export function acceptanceOpinion(parts: ProjectFormParts): Block[] {
  const { project, party, acceptance, bureau, desk } = parts;
  const { file, grade, steps, reports } = acceptance;
  const { chair = '', members = [] } = file.group ?? {};
  const { opinion, opinionOn } = file;
  return [
    { kind: 'number', text: numberOr(undefined), align: 'right' },
    formTable([
      row('项目名称', content(project.name)),
      row('建设单位', content(party.name)),
      row('申请', content(applied(parts))),
      row('验收会', content(file.metOn === undefined ? signedOn : chineseDay(day(file.metOn)))),
      row(
        '验收组',
        content([
          `组长：${nameWith(members.find(({ name }) => name === chair))}`,
          `成员：${members
            .filter(({ name }) => name !== chair)
            .map(nameWith)
            .join('，')}`,
          `共${members.length}人`,
        ]),
      ),
      row('听取汇报', content(reports.map((report, index) => `${index + 1}. ${report}`))),
      row('检查情况', content([`验收程序：${steps.join('；')}。`, BY_HAND]), 24),
      row(
        '评分',
        content([
          `验收得分${points(file.score) || '　　　分'}，等级：${grade?.name ?? '　　　'}`,
          `等级见制度条款：${parts.clauses.grades}。`,
        ]),
      ),
      row('表决', content(vote(opinion?.inFavour, members.length))),
      row(
        '验收结论',
        content(
          ticked([
            ['合格', grade?.passed === true],
            ['不合格', grade?.passed === false],
          ]),
        ),
      ),
      row('存在问题\n和整改期限', content(problems(opinion?.problems)), 16),
      row('复查', content(recheck(opinion?.recheckBy, opinion !== undefined, grade?.passed === true))),
      row('验收组意见', content(opinion?.text === undefined ? BY_HAND : linesOf(opinion.text)), 16),
      row(
        '验收组\n全体成员\n签名',
        content([
          ...signatures(members.map(({ name }) => name)),
          opinionOn === undefined ? signedOn : chineseDay(day(opinionOn)),
        ]),
        16,
      ),
      ...(grade?.passed === false ? [row('救济途径', content(remediesText('本验收意见', desk)))] : []),
      row(
        '组织验收\n单位（盖章）',
        content([`${bureau}${SEAL}`, dateOr(opinionOn === undefined ? undefined : day(opinionOn))]),
        16,
      ),
    ]),
  ];
}

const nameWith = (member: { readonly name: string; readonly from: string } | undefined): string =>
  member === undefined ? BY_HAND : `${member.name}（${member.from}）`;

function applied({ acceptance: { file } }: ProjectFormParts): string {
  const on = file.appliedOn === undefined ? signedOn : chineseDay(day(file.appliedOn));
  return `${on}，自查得分${points(file.selfScore) || '　　　分'}`;
}

const vote = (inFavour: number | undefined, members: number): string =>
  `验收组成员${members}人，同意合格的${inFavour === undefined ? '　　　' : inFavour}人（过半数同意为合格）`;

type Problems = NonNullable<ProjectFormParts['acceptance']['file']['opinion']>['problems'];

/** Written in at the meeting where nothing was entered. */
function problems(all: Problems): string[] {
  if (all === undefined) return [BY_HAND];
  if (all.length === 0) return ['无。'];
  return all.map(
    ({ text, rectifyBy }, index) =>
      `${index + 1}. ${linesOf(text).join('')}${rectifyBy === undefined ? '' : `（整改期限：${chineseDay(day(rectifyBy))}前）`}`,
  );
}

function recheck(on: string | undefined, given: boolean, passed: boolean): string {
  if (on !== undefined) return `${chineseDay(day(on))}复查。`;
  return given && passed ? '不需要复查。' : '整改后由验收组复查，复查日期：　　　　　　　　';
}
