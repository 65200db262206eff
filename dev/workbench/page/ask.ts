// The page's side of wire.ts.
import { useEffect, useState } from 'preact/hooks';
import type { CellInFull, Cells, DeedName, Deeds, View } from '../wire';

/** Asks the workbench to do something. What comes of it arrives with the next view, problems included. */
export async function doIt<Name extends DeedName>(name: Name, input: Deeds[Name]): Promise<void> {
  await fetch(`/do/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  });
}

export async function fetchCells(tab: number, first: number, count: number): Promise<Cells> {
  const response = await fetch(`/cells?tab=${tab}&first=${first}&count=${count}`);
  return (await response.json()) as Cells;
}

export async function fetchCell(tab: number, a1: string): Promise<CellInFull> {
  const response = await fetch(`/cell?tab=${tab}&a1=${a1}`);
  return (await response.json()) as CellInFull;
}

/** The newest view; null until the first one came. `lost` while the workbench does not answer. */
export function useView(): { view: View | null; lost: boolean } {
  const [view, setView] = useState<View | null>(null);
  const [lost, setLost] = useState(false);
  useEffect(() => {
    const events = new EventSource('/events');
    events.onmessage = ({ data }) => {
      setLost(false);
      setView(JSON.parse(String(data)) as View);
    };
    events.onerror = () => setLost(true);
    return () => events.close();
  }, []);
  return { view, lost };
}
