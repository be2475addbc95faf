/** Shown instead of the console until `web/` has been built. */
export const placeholder = `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>档案监管期限与通知平台</title></head>
<body>
<h1>控制台尚未构建</h1>
<p>接口已经可用（<code>/v1/openapi.json</code>）。请构建控制台，然后重新部署。</p>
<p lang="en">The console is not built yet. The API is up (<code>/v1/openapi.json</code>). Build the console in <code>web/</code>, then deploy again.</p>
</body>
</html>
`;
