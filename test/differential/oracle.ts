import { type Database, databaseOf, type Shop } from './database';
import { type Expected, expectedOf } from './expected';
import type { Question } from './question';

type Asked = Omit<Question, 'shops'> & { readonly shops: readonly Shop[]; readonly of?: readonly string[] };

const databases = new Map<readonly Shop[], Database>();

/** What DuckDB makes of a report about some shops' records: of all that are given, or of those named. */
export async function oracle({ shops, of, ...asked }: Asked): Promise<Expected> {
  const database = databases.get(shops) ?? (await databaseOf(shops, {}));
  databases.set(shops, database);
  return expectedOf(database, { ...asked, shops: of ?? shops.map(({ id }) => id) });
}

export function closeOracles(): void {
  for (const database of databases.values()) database.close();
  databases.clear();
}
