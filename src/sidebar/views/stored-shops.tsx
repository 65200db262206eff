import type { Overview, Storage } from '../../shared/api';
import { parseDay } from '../../shared/day';
import { count } from '../words/count';
import { days } from '../words/days';
import { size } from '../words/size';
import { Icon } from './icon';

type Partition = Storage['partitions'][number];

const total = (list: readonly Partition[]) => size(list.reduce((sum, { characters }) => sum + characters, 0));

/** In the order of the list, each with what belongs to it. */
function grouped(list: readonly Partition[], key: 'shop' | 'stream'): [string, Partition[]][] {
  const groups = new Map<string, Partition[]>();
  for (const one of list) groups.set(one[key], [...(groups.get(one[key]) ?? []), one]);
  return [...groups];
}

/** "line_items" as a reader would write it. */
const streamWords = (id: string) => (id.charAt(0).toUpperCase() + id.slice(1)).replace(/_/g, ' ');

/** What is stored, by shop, list and month. */
export const StoredShops = ({ storage, overview }: { storage: Storage; overview: Overview | null }) => (
  <>
    {grouped(storage.partitions, 'shop').map(([shop, list]) => (
      <section key={shop} class="folds" aria-label={`Stored of shop ${shop}`}>
        <h2 class="pair-line">
          <span>{overview?.shops.find(({ id }) => id === shop)?.name ?? `Shop ${shop}`}</span>
          <span class="quiet small">{total(list)}</span>
        </h2>
        {grouped(list, 'stream').map(([stream, partitions]) => (
          <details key={stream} class="fold">
            <summary>
              {streamWords(stream)} <span class="quiet small">{total(partitions)}</span>
            </summary>
            <ul class="plain-list small">
              {[...partitions].reverse().map((one) => (
                <Month key={one.from + one.characters} partition={one} />
              ))}
            </ul>
          </details>
        ))}
      </section>
    ))}
  </>
);

function Month({ partition: { from, to, rows, characters, damaged } }: { partition: Partition }) {
  const [since, last] = [parseDay(from), parseDay(to)];
  return (
    <li class="pair-line">
      <span>
        {since === null || last === null ? 'Without a day' : days({ since, until: last + 1 })}
        {damaged && (
          <span class="state bad">
            <Icon name="warn" />
            Damaged, set aside
          </span>
        )}
      </span>
      <span class="quiet">
        {count(rows, 'row')}, {size(characters)}
      </span>
    </li>
  );
}
