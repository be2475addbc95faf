/** What the list of sign-ins tells. */
export const signInEventWords = {
  'signed-in': '已登录',
  refused: '被拒绝',
  invited: '已发送开通地址',
  'password-set': '已设置密码',
  'factor-set': '已设置第二步验证',
  ended: '已结束登录',
} as const;
export type SignInEvent = keyof typeof signInEventWords;

/** By what somebody signs in. */
export const signInWayWords = {
  password: '密码',
  link: '邮件链接',
  code: '短信验证码',
  invitation: '开通地址',
  factor: '第二步验证',
} as const;
export type SignInWay = keyof typeof signInWayWords;
