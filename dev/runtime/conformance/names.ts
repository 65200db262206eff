// Compile-time only: every method of a double has to exist in Google's types under the same name.
import type { Catalogued } from '../catalogue';

type Google = {
  SpreadsheetApp: GoogleAppsScript.Spreadsheet.SpreadsheetApp;
  RichTextValueBuilder: GoogleAppsScript.Spreadsheet.RichTextValueBuilder;
  RichTextValue: GoogleAppsScript.Spreadsheet.RichTextValue;
  Spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet;
  Sheet: GoogleAppsScript.Spreadsheet.Sheet;
  Range: GoogleAppsScript.Spreadsheet.Range;
  RangeList: GoogleAppsScript.Spreadsheet.RangeList;
  NamedRange: GoogleAppsScript.Spreadsheet.NamedRange;
  Filter: GoogleAppsScript.Spreadsheet.Filter;
  Protection: GoogleAppsScript.Spreadsheet.Protection;
  DeveloperMetadata: GoogleAppsScript.Spreadsheet.DeveloperMetadata;
  DeveloperMetadataFinder: GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder;
  DeveloperMetadataLocation: GoogleAppsScript.Spreadsheet.DeveloperMetadataLocation;
  TextFinder: GoogleAppsScript.Spreadsheet.TextFinder;
  Banding: GoogleAppsScript.Spreadsheet.Banding;
  Charts: GoogleAppsScript.Charts.Charts;
  EmbeddedChartBuilder: GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder;
  EmbeddedChart: GoogleAppsScript.Spreadsheet.EmbeddedChart;
  DataValidationBuilder: GoogleAppsScript.Spreadsheet.DataValidationBuilder;
  DataValidation: GoogleAppsScript.Spreadsheet.DataValidation;
  ConditionalFormatRuleBuilder: GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder;
  ConditionalFormatRule: GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
  Ui: GoogleAppsScript.Base.Ui;
  Menu: GoogleAppsScript.Base.Menu;
  PromptResponse: GoogleAppsScript.Base.PromptResponse;
  HtmlService: GoogleAppsScript.HTML.HtmlService;
  HtmlOutput: GoogleAppsScript.HTML.HtmlOutput;
  HtmlTemplate: GoogleAppsScript.HTML.HtmlTemplate;
  PropertiesService: GoogleAppsScript.Properties.PropertiesService;
  Properties: GoogleAppsScript.Properties.Properties;
  CacheService: GoogleAppsScript.Cache.CacheService;
  Cache: GoogleAppsScript.Cache.Cache;
  LockService: GoogleAppsScript.Lock.LockService;
  Lock: GoogleAppsScript.Lock.Lock;
  UrlFetchApp: GoogleAppsScript.URL_Fetch.UrlFetchApp;
  HTTPResponse: GoogleAppsScript.URL_Fetch.HTTPResponse;
  Blob: GoogleAppsScript.Base.Blob;
  Utilities: GoogleAppsScript.Utilities.Utilities;
  ScriptApp: GoogleAppsScript.Script.ScriptApp;
  Trigger: GoogleAppsScript.Script.Trigger;
  TriggerBuilder: GoogleAppsScript.Script.TriggerBuilder;
  ClockTriggerBuilder: GoogleAppsScript.Script.ClockTriggerBuilder;
  AuthorizationInfo: GoogleAppsScript.Script.AuthorizationInfo;
  StateTokenBuilder: GoogleAppsScript.Script.StateTokenBuilder;
  Session: GoogleAppsScript.Base.Session;
  User: GoogleAppsScript.Base.User;
  MailApp: GoogleAppsScript.Mail.MailApp;
};

/** 'Range.setValeus' for every name that Google does not have. */
type Invented = {
  [T in keyof Catalogued]: T extends keyof Google
    ? `${T}.${Exclude<keyof Catalogued[T], keyof Google[T]> & string}`
    : `${T & string}: no such class`;
}[keyof Catalogued];

export const invented: [Invented] extends [never] ? 'none' : Invented = 'none';
