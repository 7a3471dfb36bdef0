import type { Rule } from '#model/rule.ts';
import { deputyUnqualified } from './deputy-unqualified.ts';
import { noRepresentative } from './no-representative.ts';
import { unknownId } from './unknown-id.ts';
import { organizationUnknownPost } from './unknown-post.ts';
import { vacantPost } from './vacant-post.ts';

export const organizationRules: readonly Rule[] = [noRepresentative, organizationUnknownPost, unknownId, deputyUnqualified, vacantPost];
