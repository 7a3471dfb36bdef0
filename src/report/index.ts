import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { pretty } from './pretty.ts';
import type { Reporter } from './report.ts';
import { sarif } from './sarif.ts';

/** Formats of `validate`, by the name that --format takes. */
export const reporters: Readonly<Record<string, Reporter>> = { pretty, json, sarif, junit, github, gitlab, md: markdown };
