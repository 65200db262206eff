/** A zone's name to read: "America/New York". */
export const place = (zone: string) => zone.replace(/_/g, ' ');
