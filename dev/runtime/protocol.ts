// The narrow bridge between a script's realm and the host. Both sides hand over plain data: primitives, arrays,
// plain objects, and the marked objects below. Neither keeps what it was handed.

/** A service object: `$key` says which one, for the host alone. */
export interface RefMark {
  $ref: string;
  $key: unknown;
}
export interface EnumMark {
  $enum: string;
  name: string;
}
export interface DateMark {
  $date: number;
}
export interface BytesMark {
  $bytes: Uint8Array;
}

/** As a value from the host: the object on which the method was called. */
export const SELF = '\u0000self';

export type Reply = { value: unknown } | { error: string; name?: string };

/** What the realm is told once, as JSON. */
export interface Catalogue {
  /** Global name → type of the service object behind it. */
  globals: Record<string, string>;
  /** Type → its methods. */
  methods: Record<string, string[]>;
  /** Enum → names of its values. */
  enums: Record<string, string[]>;
  /** Type → property → enum. */
  places: Record<string, Record<string, string>>;
  timeZone: string;
}

export interface Bridge {
  call(type: string, method: string, key: unknown, args: unknown[]): Reply;
  now(): number;
  /** ms that the script's zone is ahead of UTC. */
  offset(ms: number): number;
  random(): number;
  log(level: string, text: string): void;
}

export type Outcome =
  | { value: unknown }
  | { error: { name: string; message: string; stack: string } }
  | { pending: true };

/** What the realm offers to the host. */
export interface Realm {
  /** Looks the function up (`declared`: it has to be a global), calls it, and keeps the outcome. */
  invoke(path: string, args: unknown[]): void;
  outcome(carried: boolean): Outcome;
  describe(error: unknown): { name: string; message: string; stack: string };
}
