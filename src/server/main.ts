// Composition root: the only file with Apps Script entry points.
declare const global: Record<string, unknown>;

/** @preserve */
global.onOpen = () => undefined;
