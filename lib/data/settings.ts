// The environment, read in this one file and nowhere else, and checked as a whole: every wrong name is told at once.

import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as v from 'valibot';

/** What one person, frame, document or file may cost. Sizes in bytes. Told to clients in HELLO. */
export type Limits = {
  updateBytes: number;
  step2Bytes: number;
  awarenessBytes: number;
  framesPerSecond: number;
  frameBurst: number;
  socketsPerMember: number;
  socketsPerRoom: number;
  clientIdsPerDay: number;
  reviewClientIdsPerDay: number;
  deleteRanges: number;
  contestSteps: number;
  roomBytes: number;
  importBytes: number;
  importFileBytes: number;
  importPages: number;
  importMs: number;
  importParagraphs: number;
  joinsPerInvitePerMinute: number;
  signInFailuresPerQuarterHour: number;
  /** Personal links that one account may mail to people on its rosters. */
  mailedLinksPerDay: number;
};

/** The instants at which losing power would be worst, in the order in which a commit comes to them (DUR3). */
export const failpoints = [
  'after-append',
  'before-commit',
  'after-commit',
  'before-acknowledgement',
  'mid-compaction',
] as const;
export type Failpoint = (typeof failpoints)[number];

export type Settings = {
  port: number;
  host: string;
  dataDir: string;
  /** Where Postgres keeps everything; undefined for the data folder's own database. It holds a password: never log it. */
  databaseUrl: string | undefined;
  /** The address people use, without a trailing slash; undefined on a machine of one's own. */
  publicUrl: string | undefined;
  /** How many proxies of one's own stand in front, whose word on who asks counts. */
  trustedProxies: number;
  /** Signs session cookies. */
  authSecret: string;
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  smtpUrl: string | undefined;
  mailFrom: string;
  /** From which hour of the day (UTC) the daily digests are mailed. */
  digestHour: number;
  /** For how many days the operator keeps backups, as courses are told; undefined: nothing is promised. */
  backupDays: number | undefined;
  /** Where Prometheus finds the metrics, on loopback only; undefined: nowhere. */
  metricsPort: number | undefined;
  /** May the server ask other sites for pages that people name? */
  mayFetch: boolean;
  /** For tests: the process kills itself the n-th time that it comes to this point. */
  failpoint: { name: Failpoint; nth: number } | undefined;
  /** A document is compacted once this many commits have come in since its newest snapshot. */
  compactRows: number;
  oidc: { issuer: string; clientId: string; clientSecret: string; name: string } | undefined;
  limits: Limits;
  isProduction: boolean;
  /** What browsers take for the version of the pages; undefined: their build. */
  appVersion: string | undefined;
};

const whole = (min: number, max: number) =>
  v.pipe(
    v.string(),
    v.regex(/^\d+$/, 'a whole number'),
    v.transform(Number),
    v.minValue(min),
    v.maxValue(max),
  );
const failpoint = v.pipe(
  v.string(),
  v.regex(
    new RegExp(`^(?:${failpoints.join('|')})(?::[1-9]\\d{0,5})?$`),
    `one of ${failpoints.join(', ')}; with :N the N-th time`,
  ),
  v.transform((text) => {
    const [name, nth = '1'] = text.split(':');
    return { name: name as Failpoint, nth: Number(nth) };
  }),
);
const url = v.pipe(v.string(), v.url('an address such as https://notes.example.org'));

/** With the name of a database: pg would else look for one called like the user. */
function isPostgresUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1;
}

const environment = v.object({
  PORT: v.optional(whole(0, 65_535), '3000'),
  HOST: v.optional(v.pipe(v.string(), v.minLength(1)), '127.0.0.1'),
  DATA_DIR: v.optional(v.pipe(v.string(), v.minLength(1)), './data'),
  DATABASE_URL: v.optional(
    v.pipe(
      v.string(),
      v.check(isPostgresUrl, 'an address such as postgres://user:password@db.example.org/counterpoint'),
    ),
  ),
  PUBLIC_URL: v.optional(
    v.pipe(
      url,
      v.regex(/^https?:\/\//, 'an address that begins with https:// or http://'),
      v.transform((text) => text.replace(/\/+$/, '')),
    ),
  ),
  TRUSTED_PROXIES: v.optional(whole(0, 10), '0'),
  AUTH_SECRET: v.optional(v.pipe(v.string(), v.minLength(32, 'at least 32 characters'))),
  LOG_LEVEL: v.optional(
    v.picklist(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'one of fatal, error, warn, info, debug, trace, silent',
    ),
    'info',
  ),
  SMTP_URL: v.optional(
    v.pipe(v.string(), v.regex(/^smtps?:\/\//, 'an address that begins with smtp:// or smtps://')),
  ),
  MAIL_FROM: v.optional(v.pipe(v.string(), v.minLength(3)), 'Counterpoint <counterpoint@localhost>'),
  BACKUP_DAYS: v.optional(whole(0, 3650)),
  DIGEST_HOUR: v.optional(whole(0, 23), '6'),
  OIDC_ISSUER: v.optional(url),
  OIDC_CLIENT_ID: v.optional(v.string()),
  OIDC_CLIENT_SECRET: v.optional(v.string()),
  OIDC_NAME: v.optional(v.string(), 'your organisation'),
  METRICS_PORT: v.optional(whole(1, 65_535)),
  APP_VERSION: v.optional(v.pipe(v.string(), v.regex(/^[\w.-]{1,64}$/, 'letters, digits, dots and dashes'))),
  ALLOW_FETCH: v.optional(v.picklist(['yes', 'no'], 'yes or no'), 'no'),
  FAILPOINT: v.optional(failpoint),
  COMPACT_ROWS: v.optional(whole(2, 1_000_000), '500'),
  LIMIT_UPDATE_BYTES: v.optional(whole(1024, 64 << 20), String(1 << 20)),
  LIMIT_STEP2_BYTES: v.optional(whole(1024, 256 << 20), String(16 << 20)),
  LIMIT_AWARENESS_BYTES: v.optional(whole(256, 1 << 20), String(4 << 10)),
  LIMIT_FRAMES_PER_SECOND: v.optional(whole(1, 10_000), '60'),
  LIMIT_FRAME_BURST: v.optional(whole(1, 100_000), '300'),
  LIMIT_SOCKETS_PER_MEMBER: v.optional(whole(1, 1000), '20'),
  LIMIT_SOCKETS_PER_ROOM: v.optional(whole(1, 100_000), '500'),
  LIMIT_CLIENT_IDS_PER_DAY: v.optional(whole(1, 100_000), '64'),
  LIMIT_REVIEW_CLIENT_IDS_PER_DAY: v.optional(whole(1, 100_000), '10'),
  LIMIT_DELETE_RANGES: v.optional(whole(1, 1_000_000), '10000'),
  LIMIT_CONTEST_STEPS: v.optional(whole(100, 1_000_000), '10000'),
  LIMIT_ROOM_BYTES: v.optional(whole(1 << 20, 1 << 30), String(50 << 20)),
  LIMIT_IMPORT_BYTES: v.optional(whole(1024, 100 << 20), String(5 << 20)),
  LIMIT_IMPORT_FILE_BYTES: v.optional(whole(1024, 200 << 20), String(20 << 20)),
  LIMIT_IMPORT_PAGES: v.optional(whole(1, 100_000), '1000'),
  LIMIT_IMPORT_MS: v.optional(whole(1, 3_600_000), '60000'),
  LIMIT_IMPORT_PARAGRAPHS: v.optional(whole(1, 100_000), '5000'),
  LIMIT_JOINS_PER_MINUTE: v.optional(whole(1, 100_000), '120'),
  LIMIT_SIGN_IN_FAILURES: v.optional(whole(1, 1000), '10'),
  LIMIT_MAILED_LINKS_PER_DAY: v.optional(whole(1, 100_000), '1000'),
});

/** The names of all settings that are for operators. */
export const settingNames = Object.keys(environment.entries).filter((name) => name !== 'FAILPOINT');

/** Thrown with one line for each setting that is wrong. */
export class SettingsError extends Error {
  readonly wrong: string[];
  constructor(wrong: string[]) {
    super(`These settings are wrong:\n${wrong.map((line) => `  ${line}`).join('\n')}`);
    this.wrong = wrong;
  }
}

/** Reads and checks an environment; throws SettingsError that names every setting that is wrong. */
export function parseSettings(env: Record<string, string | undefined>): Settings {
  // An empty value in a .env file means "not set".
  const present = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = v.safeParse(environment, present);
  const wrong: string[] = [];
  if (!result.success) {
    for (const issue of result.issues) wrong.push(`${v.getDotPath(issue)}: ${issue.message}`);
  }
  const oidcNames = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'];
  const oidcSet = oidcNames.filter((name) => present[name]);
  if (oidcSet.length > 0 && oidcSet.length < oidcNames.length) {
    for (const name of oidcNames)
      if (!present[name]) wrong.push(`${name}: needed with ${oidcSet.join(' and ')}`);
  }
  if (present.FAILPOINT && present.NODE_ENV !== 'test') wrong.push('FAILPOINT: only for tests');
  if (!result.success || wrong.length > 0) throw new SettingsError(wrong);
  const e = result.output;
  const dataDir = resolve(e.DATA_DIR);
  return {
    port: e.PORT,
    host: e.HOST,
    dataDir,
    databaseUrl: e.DATABASE_URL,
    publicUrl: e.PUBLIC_URL,
    trustedProxies: e.TRUSTED_PROXIES,
    get authSecret() {
      return e.AUTH_SECRET ?? keptSecret(dataDir);
    },
    logLevel: e.LOG_LEVEL,
    smtpUrl: e.SMTP_URL,
    mailFrom: e.MAIL_FROM,
    digestHour: e.DIGEST_HOUR,
    backupDays: e.BACKUP_DAYS,
    oidc:
      e.OIDC_ISSUER && e.OIDC_CLIENT_ID && e.OIDC_CLIENT_SECRET
        ? {
            issuer: e.OIDC_ISSUER,
            clientId: e.OIDC_CLIENT_ID,
            clientSecret: e.OIDC_CLIENT_SECRET,
            name: e.OIDC_NAME,
          }
        : undefined,
    metricsPort: e.METRICS_PORT,
    mayFetch: e.ALLOW_FETCH === 'yes',
    failpoint: e.FAILPOINT,
    compactRows: e.COMPACT_ROWS,
    isProduction: present.NODE_ENV === 'production',
    appVersion: e.APP_VERSION,
    limits: {
      updateBytes: e.LIMIT_UPDATE_BYTES,
      step2Bytes: e.LIMIT_STEP2_BYTES,
      awarenessBytes: e.LIMIT_AWARENESS_BYTES,
      framesPerSecond: e.LIMIT_FRAMES_PER_SECOND,
      frameBurst: e.LIMIT_FRAME_BURST,
      socketsPerMember: e.LIMIT_SOCKETS_PER_MEMBER,
      socketsPerRoom: e.LIMIT_SOCKETS_PER_ROOM,
      clientIdsPerDay: e.LIMIT_CLIENT_IDS_PER_DAY,
      reviewClientIdsPerDay: e.LIMIT_REVIEW_CLIENT_IDS_PER_DAY,
      deleteRanges: e.LIMIT_DELETE_RANGES,
      contestSteps: e.LIMIT_CONTEST_STEPS,
      roomBytes: e.LIMIT_ROOM_BYTES,
      importBytes: e.LIMIT_IMPORT_BYTES,
      importFileBytes: e.LIMIT_IMPORT_FILE_BYTES,
      importPages: e.LIMIT_IMPORT_PAGES,
      importMs: e.LIMIT_IMPORT_MS,
      importParagraphs: e.LIMIT_IMPORT_PARAGRAPHS,
      joinsPerInvitePerMinute: e.LIMIT_JOINS_PER_MINUTE,
      signInFailuresPerQuarterHour: e.LIMIT_SIGN_IN_FAILURES,
      mailedLinksPerDay: e.LIMIT_MAILED_LINKS_PER_DAY,
    },
  };
}

const kept = new Map<string, string>();

/** Where the secret of a data folder is, unless the environment gives one. */
export function secretFile(dataDir: string): string {
  return join(dataDir, 'auth-secret');
}

/** The secret made on first use and kept in the data folder, readable by its owner only. */
function keptSecret(dataDir: string): string {
  const known = kept.get(dataDir);
  if (known) return known;
  const file = secretFile(dataDir);
  let secret: string;
  try {
    secret = readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    // Server and command line may start together: a whole file is linked into place, and the first one wins.
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
    try {
      linkSync(draft, file);
    } catch (race) {
      if ((race as NodeJS.ErrnoException).code !== 'EEXIST') throw race;
    } finally {
      rmSync(draft, { force: true });
    }
    secret = readFileSync(file, 'utf8').trim();
  }
  kept.set(dataDir, secret);
  return secret;
}

let current: Settings | undefined;

/** This process's settings, read once. */
export function settings(): Settings {
  current ??= parseSettings(process.env);
  return current;
}

/** Puts settings in the place of the environment's: for tests. */
export function replaceSettings(replacement: Settings): void {
  current = replacement;
}

/** Is this address only reachable from the machine itself? */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);
}
