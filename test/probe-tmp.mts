import { startDynamoDbLocal, javaVersion } from '/work/main/test/support/dynamodb-local.ts';
import { startEngine } from '/work/main/local/engine.ts';
import { createMemoryStore } from '/work/main/test/support/memory-store.ts';
console.log('java', await javaVersion());
console.time('start');
const ddb = await startDynamoDbLocal();
console.timeEnd('start');
const dyn = await startEngine(undefined);
const mem = { store: createMemoryStore() };
const show = async (name: string, f: (s: any) => Promise<unknown>) => {
  for (const [n, e] of [['mem', mem], ['dyn', dyn], ['ddb', ddb]] as const) {
    let r; try { r = await f(e.store); } catch (err: any) { r = `${err.name}: ${err.message}`.slice(0,150); }
    console.log(name, n, JSON.stringify(r)?.slice(0, 300));
  }
};
await show('put', s => s.put({ pk: 'a', sk: '1', v: 1 }, 'absent'));
await show('put2', s => s.put({ pk: 'a', sk: '1', v: 1 }, 'absent'));
await show('limit=count', async s => { await s.put({pk:'a', sk:'2'}, 'any'); return s.query({ pk: 'a', limit: 2 }); });
await show('limit0', s => s.query({ pk: 'a', limit: 0 }));
await show('from>to', s => s.query({ pk: 'a', from: '5', to: '1' }));
await show('from empty', s => s.query({ pk: 'a', from: '' }));
await show('pk empty', s => s.query({ pk: '' }));
await show('get empty', s => s.get({ pk: '', sk: '1' }));
await show('dups', s => s.getMany([{ pk: 'a', sk: '1' }, { pk: 'a', sk: '1' }]));
await show('putdups', s => s.putMany([{ pk: 'a', sk: '1' }, { pk: 'a', sk: '1' }]));
await show('lp num', s => s.put({ pk: 'b', sk: '1', lp: 5, ls: 'x' }, 'any'));
await show('lp empty', s => s.put({ pk: 'b', sk: '1', lp: '', ls: 'x' }, 'any'));
await show('lp alone', async s => { await s.put({ pk: 'b', sk: '1', lp: 'L' }, 'any'); return s.query({pk:'L', index:'list'}); });
await show('nan', s => s.put({ pk: 'b', sk: '1', n: NaN }, 'any'));
await show('big', s => s.put({ pk: 'b', sk: '1', n: 1e300 }, 'any'));
await show('date', s => s.put({ pk: 'b', sk: '1', n: new Date() }, 'any'));
await show('fn', s => s.put({ pk: 'b', sk: '1', n: () => 1 }, 'any'));
await show('null', async s => { await s.put({ pk: 'b', sk: '1', n: null, e: '', l: [undefined, 1], m: { u: undefined, f: 0.1, neg: -5.25e-7, b: false }, em: {}, el: [] }, 'any'); return s.get({pk:'b',sk:'1'}); });
await show('400k', s => s.put({ pk: 'b', sk: '1', n: 'x'.repeat(410000) }, 'any'));
await show('399k', s => s.put({ pk: 'b', sk: '1', n: 'x'.repeat(400000) }, 'any'));
await show('version missing', s => s.put({ pk: 'zz', sk: '1' }, { version: 1 }));
await show('big pages', async s => { for (let i=0;i<12;i++) await s.put({ pk:'B', sk: String(i).padStart(3,'0'), t: 'y'.repeat(200000), lp:'LB', ls: String(i).padStart(3,'0') }, 'any'); const out=[]; let after; do { const p: any = await s.query({pk:'B', ...(after?{after}:{})}); out.push(p.items.length); after=p.after; } while(after); return out; });
await show('utf8 order', async s => { for (const k of ['a','\u{20000}','\uff21','中','z','\ue000', '']) if (k) await s.put({pk:'U', sk:k},'any'); return (await s.query({pk:'U'})).items.map((i:any)=>i.sk.codePointAt(0).toString(16)); });
await show('utf8 from', async s => (await s.query({pk:'U', from: '\uff21'})).items.map((i:any)=>i.sk.codePointAt(0).toString(16)));
const c = (x: unknown) => Buffer.from(JSON.stringify(x)).toString('base64url');
for (const q of [{pk:'B', after: c(['005'])},{pk:'B', after: c(['0055'])},{pk:'B', after: c(['005']), from: '006'},{pk:'B', after: c(['005']), to: '004'}, {pk:'B', after: c(['006']), from:'006', to:'006'},{pk:'B', after: c([''])},{pk:'B', after:c([])},{pk:'B', after:'%%'},{pk:'B', after:''},{pk:'B', after:c({})},{pk:'B', after:c([5])},
  {pk:'LB',index:'list',after:c(['005','B','005'])},{pk:'LB',index:'list',after:c(['005','B','0'])},{pk:'LB',index:'list',after:c(['005','B'])},{pk:'LB',index:'list',after:c(['005'])},{pk:'LB',index:'list',after:c(['005','','x'])},{pk:'LB',index:'list',after:c(['','B','005'])},{pk:'LB',index:'list',from:'006',after:c(['005','B','005'])},{pk:'LB',index:'list',descending:true,after:c(['005','B','005'])},{pk:'LB',index:'list',descending:true,from:'006',after:c(['005','B','005'])},{pk:'none',after:c(['005'])},{pk:'LB',index:'list',after:c(['005','Q','z'])}, {pk:'B', after: c(['005','x','y'])}])
  await show(JSON.stringify(q), async s => (await s.query(q)).items.map((i:any)=>i.sk).join());
await show('version change', async s => { await s.put({pk:'V',sk:'1',version:1, lp:'LV', ls:'a'},'any'); const r=[await s.put({pk:'V',sk:'1',version:2, lp:'LV', ls:'b'},{version:1}), await s.put({pk:'V',sk:'1',version:2},{version:1})]; return [r, (await s.query({pk:'LV',index:'list'})).items]; });
await show('unlist', async s => { await s.put({pk:'V',sk:'1',version:2},'any'); return (await s.query({pk:'LV',index:'list'})).items; });
await ddb.close(); await dyn.close();
