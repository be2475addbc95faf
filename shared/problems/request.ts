import {
  conflict,
  forbidden,
  internal,
  malformed,
  noRoom,
  notFound,
  notReady,
  refused,
  tooLarge,
  tooMany,
  unauthorized,
} from './sentence.ts';

/** What can be wrong with a request before its content is considered, and with the server itself. */
export const requestProblems = {
  'request.no-token': unauthorized(
    'Send a valid token: Authorization: Bearer …',
    '登录已过期或者无效，请重新登录。',
  ),
  'request.role': forbidden(
    'Only {roles:role} may do this; the token says {role:role}.',
    '此事由{roles:role}办理；您的身份是{role:role}。',
  ),
  'request.scope': forbidden(
    'This program was not given the scope {scope}.',
    '该接入程序没有这项权限：{scope:scope}。',
  ),
  'request.too-many': tooMany(
    'This program asks too often: wait as long as Retry-After says.',
    '查询过于频繁，请稍后再试，等待的秒数见应答标头。',
  ),
  'request.bureau-too-many': tooMany(
    'So many requests come from this bureau that others would wait: wait as long as Retry-After says.',
    '本单位的请求过多，请稍后再试，等待的秒数见应答标头。',
  ),
  'request.not-found': notFound(
    'This does not exist, or this token may not see it.',
    '没有找到，或者您的身份看不到它。',
  ),
  'request.not-served': notFound(
    'This stage does not serve {jurisdiction}: use the address of the stage that does, or name it under `serves` of this stage in cdk.json and deploy.',
    '本系统不办理该地区（{jurisdiction}）的业务：请登录办理该地区业务的系统；由本系统办理的，请管理员在部署配置中列明。',
  ),
  'request.moving': notReady(
    '{jurisdiction} is being moved between two stages, so nothing is shown or entered now: try again when `npm run move` is done.',
    '该地区（{jurisdiction}）的数据正在迁移，暂不能办理，请在迁移完成后重试。',
  ),
  'request.no-route': notFound('There is no {method} {path}.', '没有这个地址：{method} {path}。'),
  'request.address': malformed(
    'The address is not an HTTP address: it must begin with one slash.',
    '地址不是HTTP地址：应以一个斜杠开头。',
  ),
  'request.body': malformed('The body has errors: {paths}.', '提交的内容不符合要求，请按各项提示修改。'),
  'request.query': malformed('The query has errors: {paths}.', '查询条件不符合要求，请按各项提示修改。'),
  'request.path': malformed('The path has errors: {paths}.', '地址不符合要求，请按各项提示修改。'),
  'request.no-json': malformed(
    'The body is not JSON: send a JSON document, UTF-8.',
    '提交的内容不是JSON：请发送UTF-8编码的JSON。',
  ),
  'request.nested': malformed('nested too deeply: at most {levels} levels', '嵌套过深：至多{levels}层'),
  'request.cursor': malformed(
    'The cursor was not issued here: use nextCursor of the previous answer, unchanged.',
    '翻页标记无效：请原样使用上一次返回的nextCursor。',
  ),
  'request.too-large': tooLarge(
    'The body is over {bytes} bytes: send less at once.',
    '提交的内容超过{bytes}字节，请减少后重新提交。',
  ),
  'request.broken': malformed('The body ended before it was complete.', '提交的内容没有传完，请重新提交。'),
  'request.busy': notReady(
    'Too much is being sent at once. Try again in a few seconds.',
    '同时上传的内容太多，请稍后重试。',
  ),
  'request.table-busy': notReady(
    'Too much is being asked at once, so this was not done to its end. Send the same request again in a few seconds.',
    '现在办理的人太多，请稍后重新提交。',
  ),
  'request.form': malformed(
    'A form was sent: send the file itself as the body, as text/csv or with the type of a workbook.',
    '发送的是表单：请直接发送文件本身。',
  ),
  'request.encoding': malformed(
    'Content-Encoding {encoding} is not known here: use gzip, or none.',
    '不支持这种压缩方式（{encoding}）：可用gzip，或者不压缩。',
  ),
  'request.no-gzip': malformed(
    'Content-Encoding says gzip, but the body is not gzip: pack it with gzip, or send it unpacked.',
    '文件标明为gzip压缩，实际不是：请压缩后发送，或者直接发送原文件。',
  ),
  'request.file-too-large': tooLarge(
    'The file is over {bytes} bytes: send it with Content-Encoding: gzip, or in parts.',
    '文件超过{bytes}字节，请分成几份导入。',
  ),
  'request.file-unpacks': tooLarge(
    'The file unpacks to over {bytes} bytes: delete the empty rows, or send it in parts.',
    '文件展开后超过{bytes}字节，请删去空行，或者分成几份导入。',
  ),
  'request.key': malformed(
    'An Idempotency-Key is 1 to 200 visible ASCII characters.',
    'Idempotency-Key应为1至200个可见的ASCII字符。',
  ),
  'request.key-used': conflict(
    'This Idempotency-Key was used for another request: use a new one.',
    '上一次提交可能已经登记，内容与现在的不同：请先核对已登记的内容，确需另行登记的，关闭本窗口后重新办理。',
  ),
  'request.key-running': conflict(
    'The same request is being answered now; ask again later.',
    '上一次提交正在处理，请稍候再试。',
  ),
  'request.no-version': conflict(
    'If-Match names a version, but there is none yet; leave the header out',
    '还没有任何版本，请去掉If-Match后重新提交',
  ),
  'request.stale': conflict(
    'If-Match names version {named}, but the present version is {present}; read it again and decide again',
    '内容已被他人修改，请核对变化后重新办理',
  ),
  'request.stranger': forbidden(
    'This server answers only under its own address on this machine.',
    '本服务只在本机以自己的地址提供服务。',
  ),
  'request.origin': forbidden(
    'This server answers only its own pages on this machine.',
    '本服务只接受本机自身页面的请求。',
  ),
  'request.proxy': forbidden(
    'This request came through a proxy: start with --trust-proxy and --public-url, so that people sign in.',
    '请求经过代理：请管理员按服务器文档写明代理和网址后重新启动，由各人登录后使用。',
  ),
  'request.metrics': forbidden(
    'Metrics are read from the machine itself at 127.0.0.1, or with the token of ARCHIVE_DUTY_METRICS_TOKEN.',
    '运行指标只能在本机（127.0.0.1）读取，或者凭所设的令牌读取。',
  ),
  'request.issuer-away': notReady(
    'The issuer of the tokens does not answer. Try again in a minute.',
    '身份认证系统没有响应，请稍后重试。',
  ),
  'request.fault': internal(
    'This is our fault, not yours. Try again; nothing was partly done.',
    '服务器出错，内容没有保存，请稍后重试。',
  ),
  'request.no-room': noRoom(
    'The disk of the server is full, so this was not stored. Make room there, then send it again.',
    '服务器磁盘已满，内容没有保存，通知暂缓发出。请联系管理员清理磁盘，然后重新提交。',
  ),
  'ready.disk-full': notReady(
    'The disk of the server is full or nearly full, so notices wait. Make room; then work goes on automatically.',
    '服务器磁盘已满或者即将占满，通知暂缓发出；清理磁盘后自动恢复。',
  ),
  'local.jurisdiction': refused(
    'There is no jurisdiction {jurisdiction}: use one of those in shared/rulebooks/jurisdictions.yaml.',
    '没有这个地区：{jurisdiction}。',
  ),
  'local.unit': refused(
    'A unit’s token needs the id of the unit’s subject.',
    '单位身份须写明是哪个单位（单位的编号）。',
  ),
  'local.receipt': malformed(
    'A receipt is an object: send the provider’s event.',
    '回执应为服务商发来的一项事件。',
  ),
  'local.clock': conflict(
    'The clock is the machine’s clock: start with --now to simulate one.',
    '时钟为本机时间，不能调整；以 --now 启动可以模拟时间。',
  ),
  'local.clock-back': conflict(
    'The clock is at {now} and does not go back: name a later instant.',
    '时钟现为{now}，不能调回，请填写更晚的时间。',
  ),
  'local.clock-leap': refused(
    'The clock moves by at most ten years at once: name an earlier instant.',
    '时钟一次至多调整十年，请填写更早的时间。',
  ),
} as const;
