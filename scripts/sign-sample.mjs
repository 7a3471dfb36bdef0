// Signs the sample manual anew, by the code of `qms approve`: run it after an edit to a document whose type has an approval policy (qms.yaml), before committing.
// Each signature bears the person and the day that the front matter names. Keys are made for the occasion and their private halves thrown away;
// approvals/allowed_signers keeps the public ones. Needs ssh-keygen. npm run sign-sample
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { newApproval, signingMeanings } from '#changes/approve.ts';
import { openAssets } from '#host/assets.ts';
import { readTree } from '#host/files.ts';
import { sshSign } from '#host/ssh.ts';
import { sha256 } from '#load/digest.ts';
import { linkFacts, openWorkspace, readFacts } from '#load/load.ts';
import { allowedSignersPath, signatureNamespace } from '#model/approval.ts';
import { fileRules } from '#rules/index.ts';
import { parse } from 'yaml';

const sample = 'docs-qms';
const keys = mkdtempSync(join(tmpdir(), 'qms-sign-'));
const fields = { prepare: 'prepared', review: 'reviewed', approve: 'approved' };

/** The sample as it stands on the disk. */
async function open() {
  const tree = readTree(sample);
  const reading = await openWorkspace(tree, await openAssets(), fileRules);
  const facts = readFacts(tree, reading);
  return { facts, project: linkFacts(facts, reading, reading.config.today).project };
}

/** Who signs what, by the policy of the workspace and the front matter. */
const stepsOf = ({ config, documents }) => documents.filter(({ value }) => ['approved', 'effective'].includes(value.status)).flatMap((document) => {
  const { roles = [], level = 1 } = config.approval[document.value.type] ?? {};
  return roles.map((role, index) => ({ document, role, level, person: document.value[fields[role]].by, at: `${document.value[fields[role]].on}T0${index + 1}:00:00Z` }));
});

function write(path, bytes) {
  mkdirSync(dirname(join(sample, path)), { recursive: true });
  writeFileSync(join(sample, path), bytes);
}

try {
  rmSync(join(sample, 'approvals'), { recursive: true, force: true });
  const signers = [...new Set(stepsOf((await open()).project).filter(({ level }) => level >= 2).map(({ person }) => person))].sort();
  for (const person of signers) execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', join(keys, person)]);
  write(allowedSignersPath, ['# 电子签署密钥名单：人员编号、用途、生效日期、公钥。本名单是 MSGS/QP-01《文件控制程序》的附件，增减须随该程序重新批准。',
    ...signers.map((person) => `${person} namespaces="${signatureNamespace}",valid-after="20040501Z" ${readFileSync(join(keys, `${person}.pub`), 'utf8').trim()}`), ''].join('\n'));

  const { facts, project } = await open(); // the list is attached to a document: its digest is part of what is signed
  const ledger = [];
  for (const { document, role, level, person, at } of stepsOf(project)) {
    const { path, text } = newApproval(document, facts, ledger, { role, person, at, commit: '', meaning: signingMeanings[role][project.config.language] });
    const bytes = Buffer.from(text);
    write(path, bytes);
    if (level >= 2) write(`${path}.sig`, await sshSign(bytes, join(keys, person), signatureNamespace));
    ledger.push({ value: parse(text), path, digest: sha256(bytes) });
  }
  console.log(`${ledger.length} approvals; ${signers.length} people sign with a key. Now run: npx node bin/qms.js -C ${sample} validate`);
} finally {
  rmSync(keys, { recursive: true, force: true });
}
