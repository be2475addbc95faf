import { jurisdictionOf } from '../../shared/rules/catalogue.ts';
import { SIGN_IN_TEMPLATE } from '../../shared/letters/sms.ts';
import type { Mail, Sms } from '../../shared/ports.ts';
import type { Person } from './directory.ts';
import { html } from './pages/html.ts';

/** What leaves so that somebody can sign in. None of it says what the product is used for by whom. */

const PRODUCT = '档案监管期限与通知平台';

const bureauOf = ({ jurisdiction }: Person): string => jurisdictionOf(jurisdiction)?.bureau ?? PRODUCT;

function mail(to: string, subject: string, lines: readonly string[], link: string): Mail {
  const paragraphs = lines.map((line) => html`<p>${line}</p>`);
  return {
    to,
    subject,
    text: `${lines.join('\n\n')}\n\n${link}\n`,
    html: html`<!doctype html>
      <html lang="zh-CN">
        <body>
          ${paragraphs}
          <p><a href="${link}">${link}</a></p>
        </body>
      </html>`.text,
  };
}

export const linkMail = (person: Person, to: string, link: string): Mail =>
  mail(
    to,
    `${PRODUCT}登录链接`,
    [
      `${person.name}，您好：`,
      '请在 20 分钟内打开下面的链接登录，链接只能使用一次。如果不是您本人申请的，请忽略本邮件。',
      'Open this link within 20 minutes to sign in; it is good once. If you did not ask for it, ignore this mail.',
    ],
    link,
  );

export function codeSms(person: Person, to: string, code: string): Sms {
  const bureau = bureauOf(person).replace(/[【】\s]/gu, '');
  return {
    to,
    template: SIGN_IN_TEMPLATE,
    variables: { code, bureau },
    text: `【${bureau}】登录验证码${code}，10分钟内有效，请勿告诉他人。`,
  };
}
