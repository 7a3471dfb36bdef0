import type { ApprovalRecord } from './approval.ts';
import type { AuditChecklist, AuditPlan, AuditProgramme, AuditReport, Decision, ManagementReview, Nonconformity, PlannedAudit } from './audit.ts';
import type { BlockRegister, Enforcement, LicenceItem, Licensing } from './blocks.ts';
import type { Config } from './config.ts';
import type { Document } from './document.ts';
import type { BlockDossier, ClauseDossier, Judges } from './dossier.ts';
import type { FileFacts } from './facts.ts';
import type { Body, Organization, Person, Post, Responsibility, Site, Unit } from './organization.ts';
import type { Entry } from './place.ts';
import type { Standard } from './standard.ts';
import type * as s from './system.ts';
import type { Words } from './words.ts';

/** The whole workspace as data: lists, so that duplicates stay visible; nothing in it is an AST. */
export interface Project {
  readonly config: Config;
  readonly configPath: string;
  /** The day against which due dates are judged, YYYY-MM-DD. */
  readonly today: string;
  readonly standard: Standard;
  readonly words: Words;
  readonly files: readonly FileFacts[];
  /** Every Markdown document with front matter that fits its schema, forms and externals included. */
  readonly documents: readonly Document[];
  readonly registers: Registers;
  /** The ledger of approvals, in order of time. */
  readonly approvals: readonly ApprovalRecord[];
  readonly index: Index;
  readonly clauses: readonly ClauseDossier[];
  readonly blocks: readonly BlockDossier[];
  readonly judges: Judges;
}

/** The entries of all registers, flattened, each with its place. */
export interface Registers {
  readonly organizations: readonly Entry<Organization>[];
  readonly units: readonly Entry<Unit>[];
  readonly sites: readonly Entry<Site>[];
  readonly posts: readonly Entry<Post>[];
  readonly people: readonly Entry<Person>[];
  readonly bodies: readonly Entry<Body>[];
  readonly responsibilities: readonly Entry<Responsibility>[];
  readonly processes: readonly Entry<s.Process>[];
  readonly exclusions: readonly Entry<s.Exclusion>[];
  readonly considered: readonly Entry<s.Considered>[];
  readonly externals: readonly Entry<s.ExternalDocument>[];
  readonly promises: readonly Entry<s.Promise_>[];
  readonly objectives: readonly Entry<s.Objective>[];
  readonly measurements: readonly Entry<s.Measurement>[];
  readonly suppliers: readonly Entry<s.Supplier>[];
  readonly courses: readonly Entry<s.Course>[];
  readonly assets: readonly Entry<s.Asset>[];
  readonly environment: readonly Entry<s.WorkEnvironment>[];
  readonly devices: readonly Entry<s.Device>[];
  readonly designs: readonly Entry<s.Design>[];
  readonly channels: readonly Entry<s.Channel>[];
  readonly surveys: readonly Entry<s.Survey>[];
  readonly analyses: readonly Entry<s.Analysis>[];
  readonly actions: readonly Entry<s.Action>[];
  readonly copies: readonly Entry<s.Copy>[];
  readonly records: readonly Entry<s.FilledRecord>[];
  readonly cases: readonly (Entry<s.Case> & { readonly block: string })[];
  readonly stocks: readonly Entry<s.Stock>[];
  readonly licensing: readonly Entry<Licensing>[];
  readonly licenceItems: readonly Entry<LicenceItem>[];
  readonly enforcement: readonly Entry<Enforcement>[];
  readonly consumer: readonly Entry<BlockRegister>[];
  readonly support: readonly Entry<BlockRegister>[];
  readonly programmes: readonly Entry<AuditProgramme>[];
  readonly audits: readonly Entry<PlannedAudit>[];
  readonly plans: readonly Entry<AuditPlan>[];
  readonly checklists: readonly Entry<AuditChecklist>[];
  readonly reports: readonly Entry<AuditReport>[];
  readonly nonconformities: readonly Entry<Nonconformity>[];
  readonly reviews: readonly Entry<ManagementReview>[];
  readonly decisions: readonly Entry<Decision>[];
}

/** Look-ups by id. A list holds more than one entry where ids are doubled. */
export interface Index {
  readonly documents: ReadonlyMap<string, readonly Document[]>;
  /** The ledger by document, each in order of time. */
  readonly approvals: ReadonlyMap<string, readonly ApprovalRecord[]>;
  readonly externals: ReadonlyMap<string, Entry<s.ExternalDocument>>;
  /** Titles and aliases of external documents. */
  readonly externalTitles: ReadonlyMap<string, Entry<s.ExternalDocument>>;
  readonly limits: ReadonlyMap<string, { readonly external: Entry<s.ExternalDocument>; readonly limit: s.ExternalLimit }>;
  readonly units: ReadonlyMap<string, Entry<Unit>>;
  readonly posts: ReadonlyMap<string, Entry<Post>>;
  readonly people: ReadonlyMap<string, Entry<Person>>;
  readonly processes: ReadonlyMap<string, Entry<s.Process>>;
  readonly objectives: ReadonlyMap<string, Entry<s.Objective>>;
  readonly suppliers: ReadonlyMap<string, Entry<s.Supplier>>;
  /** Whole clauses excluded, each with its entry. */
  readonly excludedClauses: ReadonlyMap<string, Entry<s.Exclusion>>;
  /** Every item left out, whether alone or with its clause. */
  readonly excludedItems: ReadonlySet<string>;
}
