import { caseFormNames } from '../vocabulary/case-forms.ts';
import { checkFormNames } from '../vocabulary/check-forms.ts';
import { dutyFormNames } from '../vocabulary/duty-forms.ts';
import { figureWords } from '../vocabulary/figure-words.ts';
import * as stages from '../vocabulary/stage-words.ts';
import * as values from '../vocabulary/value-words.ts';
import { lawFlawWords } from '../vocabulary/legal.ts';
import { paperWords } from '../vocabulary/papers.ts';
import { natureWords, relationWords } from '../vocabulary/parties.ts';
import { visitFormNames, visitStatusWords } from '../vocabulary/visit-forms.ts';
import { factWords, firstWords, kindWords, sides, traitWords } from '../vocabulary/kinds.ts';

/** The Chinese words of the vocabularies that sentences use with `{parameter:vocabulary}`. */
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
  kind: firstWords(kindWords),
  trait: firstWords(traitWords),
  nature: firstWords(natureWords),
  relation: relationWords,
  fact: factWords,
  figure: figureWords,
  role: values.roleWords,
  scope: values.scopeWords,
  step: values.stepWords,
  paper: paperWords,
  lawFlaw: lawFlawWords,
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
  caseForm: caseFormNames,
  checkForm: checkFormNames,
  visitForm: visitFormNames,
  visit: visitStatusWords,
  dutyForm: dutyFormNames,
  party: firstWords(sides),
  office: values.officeWords,
};
