/** What the API’s words are called here. */

export const channels = { email: '邮件', sms: '短信' };
