import { expect, test } from 'vitest';
import * as surface from '../src/index.ts';

test('the public surface is exactly this; widening it is a decision', () => {
  expect(Object.keys(surface).sort()).toEqual(['linkFacts', 'openWorkspace', 'readFacts', 'reporters', 'rules']);
});
