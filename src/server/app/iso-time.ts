import { isoLocal } from '../../shared/day';

/** "2026-01-31T23:59:59Z" of milliseconds since 1970. */
export const isoTime = (milliseconds: number): string => isoLocal(Math.floor(milliseconds / 1000)) + 'Z';
