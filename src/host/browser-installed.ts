import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const places: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['Google Chrome', 'Microsoft Edge', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((folder) => (process.env[folder] ? ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map((path) => join(process.env[folder] as string, path)) : [])),
};
const names = ['google-chrome', 'google-chrome-stable', 'microsoft-edge', 'chromium', 'chromium-browser'];

/** An installed Chrome, Edge or Chromium; null when there is none where such programs usually are. */
export function installedBrowser(): string | null {
  const onPath = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder.startsWith('/')).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...places[process.platform] ?? [], ...(process.platform === 'win32' ? [] : onPath)].find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
