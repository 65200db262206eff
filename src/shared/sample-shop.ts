/** Id of the sample shop, which needs no authorization. A file of its own, so that the page can name it without the schema of reports. */
export const SAMPLE_SHOP = 'sample';
