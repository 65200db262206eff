import { type Chance, chance, hashText } from '../../src/server/sample/chance';

/** What can go wrong on the way. The first group comes instead of an answer, the second spoils a good one. */
const FAULTS = [
  'too-many-requests',
  'internal-error',
  'html-502',
  'timeout',
  'gateway-timeout',
  'expired-token',
  'cut-json',
  'wrong-json',
  'no-data',
  'no-list',
  'repeat-page-token',
  'skip-row',
  'duplicate-row',
] as const;

export type FaultKind = (typeof FAULTS)[number];

export type FaultRule = {
  readonly kind: FaultKind;
  /** Only calls whose path contains this. */
  readonly path?: string;
  /** Lets this many matching calls pass before the first fault. */
  readonly after?: number;
  /** How many calls it hits; 1 if left out. With `probability`: no limit if left out. */
  readonly times?: number;
  /** Hits each matching call with this probability instead of certainly, from the seed. */
  readonly probability?: number;
  readonly seed?: string;
};

type Armed = { readonly rule: FaultRule; passed: number; left: number; readonly luck: Chance };

export function faults() {
  let armed: Armed[] = [];
  return {
    add(rule: FaultRule): void {
      if (!FAULTS.includes(rule.kind))
        throw new Error(`no fault ${rule.kind}; there are ${FAULTS.join(', ')}`);
      const left = rule.times ?? (rule.probability === undefined ? 1 : Number.POSITIVE_INFINITY);
      armed.push({ rule, passed: 0, left, luck: chance(hashText(rule.seed ?? 'fault')) });
    },
    clear(): void {
      armed = [];
    },
    /** The fault this call meets, if any. Counts the call. */
    next(path: string): FaultKind | undefined {
      let met: FaultKind | undefined;
      for (const each of armed) {
        if (each.rule.path !== undefined && !path.includes(each.rule.path)) continue;
        if (each.passed < (each.rule.after ?? 0)) {
          each.passed += 1;
          continue;
        }
        const hit = each.rule.probability === undefined || each.luck.yes(each.rule.probability);
        if (!hit || met || each.left <= 0) continue;
        each.left -= 1;
        met = each.rule.kind;
      }
      armed = armed.filter((each) => each.left > 0);
      return met;
    },
  };
}

export type Faults = ReturnType<typeof faults>;
