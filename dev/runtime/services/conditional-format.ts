import { lookupCost } from '../costs';
import type { ConditionalFormatState } from '../document/state';
import type { ExecutionContext } from '../execution-context';
import { pure, read, service, write } from '../method';
import { SELF } from '../protocol';
import { ServiceError, signatureMismatch } from '../service-error';
import type { CellStyle } from '../types';
import { type RangeKey, type TabKey, tabOf, text } from './receiver';

interface Rule {
  ranges: RangeKey[];
  min: string | null;
  max: string | null;
  condition: { kind: 'less' | 'greater'; than: number } | null;
  style: CellStyle;
}

export const newRule = (): Rule => ({ ranges: [], min: null, max: null, condition: null, style: {} });

const BUILDER = 'SpreadsheetApp.ConditionalFormatRuleBuilder';
const of = (context: ExecutionContext, key: unknown) =>
  context.kept<Rule>(key, 'ConditionalFormatRuleBuilder');

const colour = (method: string, set: (rule: Rule, value: string) => void) =>
  pure((context, key, value: unknown) => {
    const found = text(value, `${BUILDER}.${method}`);
    if (!/^#[0-9a-f]{6}$/i.test(found)) throw new ServiceError(`Invalid argument: color ${found}`);
    set(of(context, key), found);
    return SELF;
  });

const bound = (method: string, kind: 'less' | 'greater') =>
  pure((context, key, than: unknown) => {
    if (typeof than !== 'number') throw signatureMismatch(`${BUILDER}.${method}`, [than]);
    of(context, key).condition = { kind, than };
    return SELF;
  });

const builder = {
  setRanges: pure((context, key, ranges: { $ref: string; $key: RangeKey }[]) => {
    if (!Array.isArray(ranges) || ranges.some((range) => range?.$ref !== 'Range'))
      throw signatureMismatch(`${BUILDER}.setRanges`, [ranges]);
    of(context, key).ranges = ranges.map(({ $key }) => $key);
    return SELF;
  }),
  setGradientMinpoint: colour('setGradientMinpoint', (rule, value) => {
    rule.min = value;
  }),
  setGradientMaxpoint: colour('setGradientMaxpoint', (rule, value) => {
    rule.max = value;
  }),
  whenNumberLessThan: bound('whenNumberLessThan', 'less'),
  whenNumberGreaterThan: bound('whenNumberGreaterThan', 'greater'),
  setFontColor: colour('setFontColor', (rule, value) => {
    rule.style = { ...rule.style, color: value };
  }),
  setBackground: colour('setBackground', (rule, value) => {
    rule.style = { ...rule.style, background: value };
  }),
  build: pure((context, key) => {
    const rule = of(context, key);
    if (rule.ranges.length === 0) throw new ServiceError('A conditional format rule needs a range.');
    const scale = rule.min !== null && rule.max !== null;
    if (scale === (rule.condition !== null))
      throw new ServiceError('A conditional format rule needs a condition or both ends of a gradient.');
    return context.keep('ConditionalFormatRule', { ...rule });
  }),
};

const ofTab = (
  document: string,
  tab: number,
  { areas, gradient, condition }: ConditionalFormatState,
): Rule => ({
  ranges: areas.map((area) => ({ document, tab, ...area })),
  min: gradient?.min ?? null,
  max: gradient?.max ?? null,
  condition: condition && { kind: condition.kind, than: condition.than },
  style: condition?.style ?? {},
});

const toTab = ({ ranges, min, max, condition, style }: Rule): ConditionalFormatState => ({
  areas: ranges.map(({ row, column, rows, columns }) => ({ row, column, rows, columns })),
  gradient: min !== null && max !== null ? { min, max } : null,
  condition: condition && { ...condition, style },
});

export const conditionalFormatMethodsOfSheet = service('read document', {
  getConditionalFormatRules: read(
    (context, { document, tab }: TabKey) =>
      tabOf(context, { document, tab }).conditionalFormats.map((rule) =>
        context.keep('ConditionalFormatRule', ofTab(document, tab, rule)),
      ),
    lookupCost,
  ),
  setConditionalFormatRules: {
    ...write((context, key: TabKey, rules: unknown[]) => {
      const kept = rules.map((rule) => context.kept<Rule>(rule, 'ConditionalFormatRule'));
      if (kept.some(({ ranges }) => ranges.some(({ tab }) => tab !== key.tab)))
        throw new ServiceError('Conditional format rule cannot reference a different sheet.');
      tabOf(context, key).conditionalFormats = kept.map(toTab);
    }, 200),
    needs: 'write document',
  },
});

export const conditionalFormatServices = {
  ConditionalFormatRuleBuilder: builder,
  ConditionalFormatRule: {},
};
