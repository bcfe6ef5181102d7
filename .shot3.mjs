import {readFileSync,readdirSync} from 'node:fs'; import {deflateSync, constants} from 'node:zlib'; import {PNG} from 'pngjs';
for (const n of ['counter-en-campaign-light-640','ways-en-memorial-dark-640','countdown-be-campaign-light-320']) {
 const p=PNG.sync.read(readFileSync('test/visual/pictures/'+n+'.png')); const {width,height,data}=p;
 const enc=(bits,filter,opts)=>{const m=new Map();const rows=Buffer.alloc((width+1)*height);let at=0;
  for(let i=0;i<data.length;i+=4){ if(i%(width*4)===0) rows[at++]=0; const k=[0,1,2].map(c=>data[i+c]>>(8-bits)).join(); if(!m.has(k))m.set(k,m.size); rows[at++]=m.get(k);} return [m.size, deflateSync(rows,{level:9,...opts}).length]};
 console.log(n, readFileSync('test/visual/pictures/'+n+'.png').length, enc(4), enc(3), enc(4,0,{memLevel:9}), enc(3,0,{memLevel:9,strategy:constants.Z_DEFAULT_STRATEGY}), enc(2), enc(4,0,{memLevel:9,strategy:constants.Z_FILTERED}));
}
