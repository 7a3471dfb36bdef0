import type { Args } from './diagnostic.ts';
import type { Text } from './text.ts';

/** Wrong use, or a machine that lacks something: told in one sentence with a hint, exit code 2. */
export class UsageError extends Error {
  readonly text: Text;
  readonly args: Args;
  readonly hint: Text | undefined;
  constructor(text: Text, args: Args = {}, hint?: Text, options?: ErrorOptions) {
    super(text.en, options);
    this.name = 'UsageError';
    this.text = text;
    this.args = args;
    this.hint = hint;
  }
}
