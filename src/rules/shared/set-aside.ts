import picomatch from 'picomatch';
import type { Config } from '#model/config.ts';

/** Whether qms.yaml tells the tool not to read a path: such a file may be there without our knowing. */
export function setAside({ ignore }: Config): (path: string) => boolean {
  return ignore.length > 0 ? picomatch([...ignore], { dot: true }) : () => false;
}
