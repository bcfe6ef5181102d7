import {site} from './test/support/site.mjs'; import {launch} from './test/support/tab.mjs';
const s=await site(), b=await launch(); const t=await b.newPage(); await t.goto(s.origin+'/test/visual/output/t.html',{waitUntil:'networkidle0'});
const c=await t.createCDPSession(); await c.send('DOM.enable'); await c.send('CSS.enable'); const {root}=await c.send('DOM.getDocument',{depth:-1});
for(const q of ['#a','#b','#c','#d']){const {nodeId}=await c.send('DOM.querySelector',{nodeId:root.nodeId,selector:q}); console.log(q, JSON.stringify(await c.send('CSS.getPlatformFontsForNode',{nodeId})))}
await b.close(); s.close();
