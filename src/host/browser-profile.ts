import { chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Owner } from './browser-process.ts';
import { fonts } from './fonts.ts';
import { isGone, isRoot, privateFolder } from './private-folder.ts';

/**
 * A fresh folder for what a browser writes; those of killed runs are swept away. The only font of the machine that is to be seen from it has no
 * letters: what our pages do not bring along cannot be printed. (With no font at all, Chromium does not even load those that a page brings.)
 */
export function newProfile(owner: Owner | undefined): string {
  const folder = join(privateFolder(), 'profiles');
  mkdirSync(folder, { recursive: true, mode: isRoot ? 0o755 : 0o700 });
  for (const name of readdirSync(folder)) {
    const pid = /^(\d{1,10})-/.exec(name)?.[1];
    if (pid !== undefined && isGone(Number(pid))) rmSync(join(folder, name), { recursive: true, force: true });
  }
  const profile = mkdtempSync(join(folder, `${process.pid}-`));
  const font = fonts().find(({ name }) => name === 'noto-sans-mono');
  if (font) writeFileSync(join(profile, 'blank.ttf'), font.subset([32]));
  writeFileSync(fontConfiguration(profile), `<fontconfig><dir>${profile}</dir><cachedir>${profile}</cachedir></fontconfig>\n`);
  if (owner) chownSync(profile, owner.uid, owner.gid);
  return profile;
}

/** Where fontconfig reads which fonts the machine has. */
export function fontConfiguration(profile: string): string {
  return join(profile, 'fonts.conf');
}
