/** Words for the API’s values. */

export const channels = { email: '邮件', sms: '短信' };
