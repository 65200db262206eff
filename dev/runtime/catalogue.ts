// All services by Apps Script class name, and what the realm is told of them.
import type { Service } from './method';
import type { Catalogue } from './protocol';
import { blobServices } from './services/blob';
import { cacheServices } from './services/cache';
import { chartMethodsOfSheet, chartServices } from './services/chart';
import { clockTriggerServices } from './services/clock-trigger';
import { conditionalFormatMethodsOfSheet, conditionalFormatServices } from './services/conditional-format';
import { validationMethodsOfRange, validationServices } from './services/data-validation';
import { metadataMethods, metadataServices } from './services/developer-metadata';
import { filterMethodsOfRange, filterMethodsOfSheet, filterServices } from './services/filter';
import { htmlServices } from './services/html';
import { httpResponseServices } from './services/http-response';
import { lockServices } from './services/lock';
import { mailServices } from './services/mail';
import { namedRangeMethods, namedRangeServices } from './services/named-range';
import { propertyServices } from './services/properties';
import {
  protectionMethodsOfRange,
  protectionMethodsOfSheet,
  protectionServices,
} from './services/protection';
import { rangeMethods } from './services/range';
import { bandingServices, rangeFormatMethods } from './services/range-format';
import { rangeListMethodsOfSheet, rangeListServices } from './services/range-list';
import { scriptAppServices } from './services/script-app';
import { sessionServices } from './services/session';
import { sheetMethods } from './services/sheet';
import { spreadsheetServices } from './services/spreadsheet';
import { spreadsheetAppServices } from './services/spreadsheet-app';
import { stateTokenServices } from './services/state-token';
import { textFinderMethods, textFinderServices } from './services/text-finder';
import { uiServices } from './services/ui';
import { urlFetchServices } from './services/url-fetch';
import { utilityServices } from './services/utilities';

const tables = {
  ...spreadsheetAppServices,
  Spreadsheet: {
    ...spreadsheetServices,
    ...namedRangeMethods,
    ...metadataMethods('spreadsheet'),
    ...textFinderMethods,
  },
  Sheet: {
    ...sheetMethods,
    ...rangeListMethodsOfSheet,
    ...filterMethodsOfSheet,
    ...chartMethodsOfSheet,
    ...conditionalFormatMethodsOfSheet,
    ...protectionMethodsOfSheet,
    ...metadataMethods('sheet'),
    ...textFinderMethods,
  },
  Range: {
    ...rangeMethods,
    ...rangeFormatMethods,
    ...filterMethodsOfRange,
    ...validationMethodsOfRange,
    ...protectionMethodsOfRange,
    ...metadataMethods('range'),
    ...textFinderMethods,
  },
  ...rangeListServices,
  ...namedRangeServices,
  ...filterServices,
  ...protectionServices,
  ...metadataServices,
  ...textFinderServices,
  ...bandingServices,
  ...chartServices,
  ...validationServices,
  ...conditionalFormatServices,
  ...uiServices,
  ...htmlServices,
  ...propertyServices,
  ...cacheServices,
  ...lockServices,
  ...urlFetchServices,
  ...httpResponseServices,
  ...blobServices,
  ...utilityServices,
  ...scriptAppServices,
  ...clockTriggerServices,
  ...stateTokenServices,
  ...sessionServices,
  ...mailServices,
};

/** Class name → method names, for comparing with Google's own types. */
export type Catalogued = typeof tables;

export const services: Readonly<Record<string, Service>> = tables;

const globals = [
  'SpreadsheetApp',
  'Charts',
  'PropertiesService',
  'CacheService',
  'LockService',
  'UrlFetchApp',
  'Utilities',
  'HtmlService',
  'ScriptApp',
  'Session',
  'MailApp',
];

const enums: Record<string, string[]> = {
  AuthMode: ['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL'],
  AuthorizationStatus: ['REQUIRED', 'NOT_REQUIRED'],
  EventType: ['CLOCK', 'ON_OPEN', 'ON_EDIT', 'ON_FORM_SUBMIT', 'ON_CHANGE', 'ON_EVENT_UPDATED'],
  TriggerSource: ['SPREADSHEETS', 'CLOCK', 'FORMS', 'DOCUMENTS', 'CALENDAR'],
  WeekDay: ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'],
  Charset: ['US_ASCII', 'UTF_8'],
  DigestAlgorithm: ['MD2', 'MD5', 'SHA_1', 'SHA_256', 'SHA_384', 'SHA_512'],
  MacAlgorithm: ['HMAC_MD5', 'HMAC_SHA_1', 'HMAC_SHA_256', 'HMAC_SHA_384', 'HMAC_SHA_512'],
  Button: ['CLOSE', 'OK', 'CANCEL', 'YES', 'NO'],
  ButtonSet: ['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL'],
  XFrameOptionsMode: ['ALLOWALL', 'DEFAULT'],
  SandboxMode: ['EMULATED', 'IFRAME', 'NATIVE'],
  DeveloperMetadataVisibility: ['DOCUMENT', 'PROJECT'],
  DeveloperMetadataLocationType: ['SPREADSHEET', 'SHEET', 'ROW', 'COLUMN'],
  ProtectionType: ['RANGE', 'SHEET'],
  WrapStrategy: ['WRAP', 'OVERFLOW', 'CLIP'],
  ChartType: ['AREA', 'BAR', 'COLUMN', 'COMBO', 'LINE', 'PIE', 'SCATTER', 'STEPPED_AREA', 'TABLE'],
  BandingTheme: [
    'LIGHT_GREY',
    'CYAN',
    'GREEN',
    'YELLOW',
    'ORANGE',
    'BLUE',
    'TEAL',
    'GREY',
    'BROWN',
    'LIGHT_GREEN',
    'INDIGO',
    'PINK',
  ],
};

const same = (...names: string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, name]));

const places: Record<string, Record<string, string>> = {
  Charts: same('ChartType'),
  ScriptApp: same('AuthMode', 'AuthorizationStatus', 'EventType', 'TriggerSource', 'WeekDay'),
  Utilities: same('Charset', 'DigestAlgorithm', 'MacAlgorithm'),
  Ui: same('Button', 'ButtonSet'),
  HtmlService: same('XFrameOptionsMode', 'SandboxMode'),
  SpreadsheetApp: same(
    'DeveloperMetadataVisibility',
    'DeveloperMetadataLocationType',
    'ProtectionType',
    'WrapStrategy',
    'BandingTheme',
  ),
};

let told: { timeZone: string; json: string } | null = null;

export function catalogueOf(timeZone: string): string {
  if (told?.timeZone !== timeZone) {
    const catalogue: Catalogue = {
      globals: Object.fromEntries(globals.map((name) => [name, name])),
      methods: Object.fromEntries(
        Object.entries(services).map(([type, table]) => [type, Object.keys(table)]),
      ),
      enums,
      places,
      timeZone,
    };
    told = { timeZone, json: JSON.stringify(catalogue) };
  }
  return told.json;
}
