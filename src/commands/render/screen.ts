import type { Artifact } from '#model/command.ts';
import { screenDocument } from '#render/document/screen.ts';
import type { Work } from '../render.ts';

/** The sheets as pages for reading on a screen, each a file of its own without scripts or outside parts. */
export function screenPages({ opened, made, paths }: Work): Artifact[] {
  return made.map(({ leaves }, index) => ({ path: paths[index] as string, bytes: new TextEncoder().encode(screenDocument(leaves, opened.project.config.language)) }));
}
