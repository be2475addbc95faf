import { expect, test } from 'vitest';
import { translate } from '../../web/src/i18n/zh/patterns.ts';

test.each([
  ['the cell holds a formula without its value: enter the value itself', /公式/],
  ['the bureau subjects of a jurisdiction exist from the start', /主管部门由系统设立/],
  [
    'xl/worksheets/sheet1.xml unpacks to more than 1000 bytes: save the sheet as “CSV UTF-8”, in parts',
    /过大/,
  ],
  ['xl/workbook.xml declares a document type: save the workbook again', /重新保存/],
  ['you have 10 calendar feeds already: revoke one that is no longer used', /已达10个/],
  ['say why the report is returned: the unit reads it', /退回理由/],
  ['the obligation is reported: report is not open to it', /“已报送，待审核”/],
  ['the obligation is fulfilled-late: extend is not open to it', /“逾期办结”/],
  ['the obligation is open: confirm-report is not open to it', /“办理中”/],
  ['This Idempotency-Key was used for another request: take a new one.', /重新办理/],
  [
    'BX (十)三(二): 《立案审批表》 is made from the filing proposal; enter filing-proposal first',
    /尚未办到这一环节/,
  ],
  ['BX (十)三(二): 《立案审批表》 is made …; the case has ended (not-filed): there will be none', /已经终结/],
  ['BX (十)三(五)4: the decision was taken without a discussion; there are no minutes', /未经集体讨论/],
  ['BX (十)三(五)4: no rule asks for a discussion of this proposal; a reviewer who …', /无须集体讨论/],
  ['pack it with gzip, or send it as it is', /gzip/],
])('“%s” is said in Chinese', (message, said) => {
  expect(translate(message)).toMatch(said);
});
