import { fromCell } from '../report/draft';
import { placeId } from '../report/issues';
import { region } from '../words/region';
import type { PartProps } from './build';
import { Check } from './check';
import { Issues, invalid } from './issue';

export function ShopChoice({ draft, overview, issues, change }: PartProps) {
  const { shops } = overview;
  // Shops of a report that are not connected any more must be there to be cleared.
  const gone = draft.shops.filter((id) => !fromCell(id) && !shops.some((shop) => shop.id === id));
  const texts = issues('shops');
  return (
    <fieldset class="field" id={placeId('shops')} tabIndex={-1} {...invalid('shops', texts)}>
      <legend class="label">Shops</legend>
      {shops.map((shop) => (
        <Check
          key={shop.id}
          label={shop.name}
          about={shop.connection === undefined ? 'Made-up data' : `${region(shop.region)} · ${shop.currency}`}
          checked={draft.shops.includes(shop.id)}
          onChange={() => change({ part: 'shop', id: shop.id })}
        />
      ))}
      {gone.map((id) => (
        <Check
          key={id}
          label={`Shop ${id}`}
          about="Not connected"
          checked
          onChange={() => change({ part: 'shop', id })}
        />
      ))}
      <Issues place="shops" texts={texts} />
    </fieldset>
  );
}
