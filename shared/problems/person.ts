import { conflict, malformed, refused } from './sentence.ts';

/** What can be wrong with people, their sign-in, and programs that ask by themselves. */
export const personProblems = {
  'person.role': refused(
    'people here have one of these roles: {roles}; {role} is given elsewhere',
    '此处的人员只能是：{roles:role}；{role:role}不在此处设定',
  ),
  'person.own-role': refused(
    'nobody changes their own role: another administrator does it',
    '不能更改自己的角色，请由其他管理员办理',
  ),
  'person.other-office': refused(
    'your token is for {office}: people of other offices are entered by their own administrator',
    '您只管理{office:office}的人员，其他科室的人员由其管理员录入',
  ),
  'person.mobile': malformed(
    'this is not a mobile number: write 1 and ten digits',
    '不是手机号码，请填写11位手机号码',
  ),
  'person.email-used': conflict(
    'another person uses this e-mail address: everybody needs their own',
    '这个电子邮箱已由其他人使用，每个人须用自己的邮箱',
  ),
  'person.no-address': refused(
    'people sign in with their e-mail address here: enter one first',
    '此处使用电子邮箱登录，请先录入电子邮箱',
  ),
  'person.deputy-self': refused('nobody is their own deputy', '不能代理自己'),
  'person.deputy-unknown': refused(
    'nobody with this id works here: choose a leader from the list',
    '名单上没有这个人，请从名单中选择领导',
  ),
  'person.deputy-of-whom': refused(
    'only a leader has a deputy; {name} is none',
    '只有领导可以由人代理，{name}不是领导',
  ),
  'person.deputy-chain': refused(
    'a deputy has no deputy: {name} stands in for somebody else, or is stood in for, within these days',
    '代理人不能再由人代理：{name}在此期间已是代理人或者被代理人',
  ),
  'person.left': conflict(
    '{name} has left on {on}: enter the person anew to let them in again',
    '{name}已于{on}离岗；重新到岗的，请重新录入',
  ),
  'person.left-already': conflict('{name} has left already, on {on}', '{name}已于{on}离岗'),
  'person.last-admin': refused(
    'this is the last administrator who can sign in: let somebody else be one first',
    '这是最后一名可以登录的管理员，请先设定另一名管理员',
  ),
  'person.no-successor': refused(
    'the work goes to somebody else who works here: choose from the list',
    '请从在岗人员中选择另一人接办',
  ),
  'person.no-handler': refused(
    'nobody with this id works here: choose from the list of people',
    '名单上没有这个人，请从在岗人员中选择',
  ),
  'person.no-unit': refused(
    'only a unit has people of its own; this is a {kind}',
    '只有单位可以录入人员，{kind:kind}不可以',
  ),
  'person.no-sign-in': refused(
    'nobody signs in here with the role {role}: change the role first',
    '{role:role}不在此处登录，请先更改角色',
  ),
  'person.id-used': conflict(
    'this id belongs to somebody else: enter the person anew with POST …/people',
    '这个人员编号已由其他人使用，请在人员页面重新录入',
  ),
  'person.changed': conflict(
    'the list of people was changed meanwhile; read it again',
    '人员名单已被他人修改，请刷新后重新办理',
  ),
  'client.ahead': refused(
    'expiresOn must be a day after today, at most {days} days ahead',
    '有效期应在今天之后，至多{days}天',
  ),
  'client.enough': conflict(
    'there are {most} clients already: revoke one first',
    '接入程序已有{most}个，请先停用一个',
  ),
} as const;
