import type { Day } from '../domain/time/day.ts';
import { dayOf, type Instant } from '../domain/time/instant.ts';
import { renderSheet } from './sheet.ts';
import type { Rendered } from './types.ts';
import { datedInstant } from './wording.ts';

export interface InvitationLetter {
  /** The bureau that lets the person in. */
  readonly bureau: string;
  readonly name: string;
  readonly link: string;
  /** Of the person: the name to sign in with, where the letter has a password. */
  readonly address: string;
  readonly password?: string | undefined;
  readonly until: Instant;
  readonly today: Day;
}

/** How a person sets up sign-in. Whoever has the letter can do it, so it says nothing else. */
export function renderInvitation(letter: InvitationLetter): Rendered {
  const { bureau, name, link, address, password, until, today } = letter;
  const byLink = [{ label: '设置地址（仅可使用一次）', values: [link], strong: true }];
  const byPassword = [
    { label: '登录地址', values: [link], strong: true },
    { label: '登录名', values: [address], strong: false },
    { label: '临时密码（首次登录时更换）', values: [password ?? ''], strong: true },
  ];
  return renderSheet({
    subject: `【账户开通】请设置登录密码——${bureau}`,
    heading: '账户开通通知',
    salutation: `${name}：`,
    blocks: [
      {
        kind: 'paragraph',
        text:
          password === undefined
            ? '已为您开通档案工作期限管理系统的账户。请打开下面的地址，设置登录密码。'
            : '已为您开通档案工作期限管理系统的账户。请打开下面的地址，用登录名和临时密码登录，并按提示设置新密码和动态口令。',
      },
      {
        kind: 'facts',
        facts: [
          ...(password === undefined ? byLink : byPassword),
          { label: '有效期至', values: [datedInstant(dayOf(until), until)] },
        ],
      },
      { kind: 'paragraph', text: '逾期未设置的，请联系本单位系统管理员重新发送。' },
    ],
    bureau,
    today,
    smallPrint: [
      '本邮件仅供本人使用，请勿转发。您不认识本机关、未申请账户的，请不要打开地址，直接删除本邮件。',
    ],
  });
}
