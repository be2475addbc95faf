// Loaded before anything else (`node --import ./local/runtime.mjs`). Plain JavaScript, so that an old Node can read it.
const needed = 24;
if (Number(process.versions.node.split('.')[0]) < needed) {
  process.stderr.write(
    `本产品需要 Node.js ${needed} 或更高版本，当前为 ${process.versions.node}。请在项目目录执行 npm ci，再以 npm start 启动：npm 会自带所需版本。\n` +
      `This product needs Node.js ${needed} or newer; this is ${process.versions.node}. Run npm ci in the project’s folder, then npm start: npm brings the version that it needs.\n`,
  );
  process.exit(1);
}
