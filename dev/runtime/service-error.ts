/** What a service throws; the script sees it as an Exception of its own realm. */
export class ServiceError extends Error {}

/** Wrong argument types: Apps Script names the types it got. */
export function signatureMismatch(method: string, args: readonly unknown[]): ServiceError {
  const types = args.map((arg) =>
    arg === null || arg === undefined
      ? 'null'
      : typeof arg === 'object'
        ? ((arg as { $ref?: string }).$ref ?? (Array.isArray(arg) ? 'number[]' : 'Object'))
        : typeof arg === 'number'
          ? 'Number'
          : typeof arg === 'boolean'
            ? 'Boolean'
            : typeof arg === 'string'
              ? 'String'
              : typeof arg,
  );
  return new ServiceError(
    `The parameters (${types.join(',')}) don't match the method signature for ${method}.`,
  );
}
