import { figureWords } from '../vocabulary/figure-words.ts';
import * as stages from '../vocabulary/stage-words.ts';
import * as values from '../vocabulary/value-words.ts';
import { natureWords, relationWords } from '../vocabulary/parties.ts';
import { factWords, kindWords, traitWords } from '../vocabulary/words.ts';

const firstOf = (words: Readonly<Record<string, readonly [string, ...string[]]>>): Record<string, string> =>
  Object.fromEntries(Object.entries(words).map(([name, [first]]) => [name, first]));

/** The Chinese words of the vocabularies that sentences name, by `{parameter:vocabulary}`. */
export const zhWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  fieldType: {
    string: '文字',
    number: '数字',
    int: '整数',
    boolean: '是或否',
    array: '列表',
    object: '一组项目',
    record: '一组项目',
  },
  kind: firstOf(kindWords),
  trait: firstOf(traitWords),
  nature: firstOf(natureWords),
  relation: relationWords,
  fact: { ...firstOf(factWords), classHours: '各年度培训学时' },
  figure: figureWords,
  role: values.roleWords,
  step: values.stepWords,
  duty: { ...values.statusWords, reported: values.reportWords.pending },
  notice: values.noticeStatusWords,
  escalation: values.escalationStatusWords,
  draw: values.drawStatusWords,
  reading: values.readingWords,
  ended: { withdrawn: '已经撤回', 'complied with': '已经登记改正' },
  stage: { ...stages.caseStageNames, ...stages.acceptanceStageNames },
  stageEvent: { ...stages.caseEventNames, ...stages.acceptanceEventNames },
  milestone: stages.milestoneNames,
  level: stages.levelNames,
  caseForm: stages.caseFormNames,
  party: { individual: '个人', unit: '单位' },
};
