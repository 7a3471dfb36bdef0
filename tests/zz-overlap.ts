import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { parse } from 'yaml';
import { assets, bareWorkspace, judgeFiles, parseFiles } from './memory.ts';
const base='tests/fixtures';
for (const kind of ['clauses','blocks']) for (const name of readdirSync(`${base}/${kind}`).sort((a,b)=>a.localeCompare(b,undefined,{numeric:true}))) {
  const dir=`${base}/${kind}/${name}`; if(!existsSync(dir+'/good.txt')) continue;
  const own=parseFiles(readFileSync(dir+'/good.txt','utf8'));
  const organized=Object.values(own).some(t=>/^kind: organization$/m.test(t));
  const files:any={'qms.yaml':bareWorkspace['qms.yaml'],...(organized?{}:{'organization.yaml':bareWorkspace['organization.yaml']}),...own};
  const show=(d:any)=>`${d.code}:${d.message} ${d.at.path} ${JSON.stringify(d.args??{})}`;
  const before=new Set((await judgeFiles(files)).diagnostics.map(show));
  const cases:any[]=existsSync(dir+'/bad.yaml')?parse(readFileSync(dir+'/bad.yaml','utf8'),{schema:'core'}):[];
  for(const c of cases){ const f={...files}; try{for(const e of [c.edit].flat()){ if(e.remove){delete f[e.file];continue;} f[e.file]=f[e.file].replace(e.find,()=>e.replace??'');}}catch{continue}
    const after=(await judgeFiles(f)).diagnostics.filter((d:any)=>!before.has(show(d)));
    const others=after.filter((d:any)=>!d.code.startsWith('load/'));
    const mine=others.filter((d:any)=>/^(clause|block)\//.test(d.code)), rest=others.filter((d:any)=>!/^(clause|block)\//.test(d.code));
    if(rest.length||mine.length>1) console.log(`## ${name} ${c.breaks} | ${c.says}\n`+mine.map((d:any)=>`   = ${d.code} ${d.clauses} ${d.args?.say?.en?.slice(0,90)}`).join('\n')+'\n'+rest.map((d:any)=>`   + ${d.code}:${d.message} ${d.at.path} [${d.clauses}] ${JSON.stringify(d.args??{}).slice(0,110)}`).join('\n'));
  }
}
