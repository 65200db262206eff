import type { DrawnChart } from '../../wire';
import { type Geometry, px } from './geometry';

const COLORS = ['#4285f4', '#ea4335', '#fbbc04', '#34a853', '#ff6d01', '#46bdc6'];
const MARGIN = { top: 48, right: 16, bottom: 24, left: 16 };
/** Most of a bar's label that fits. */
const LABEL = 180;

interface Plot {
  readonly width: number;
  readonly height: number;
  readonly scale: (value: number) => number;
}

/** A chart as far as its shape tells whether its table is the right one; Google's own looks are Google's. */
export function Chart({ chart, geometry }: { chart: DrawnChart; geometry: Geometry }) {
  const { title, row, column, width, height, series, stacked, labels } = chart;
  const sums = labels.map((_, i) => series.reduce((sum, { values }) => sum + Math.max(0, values[i] ?? 0), 0));
  const all = series.flatMap(({ values }) => values.map((value) => value ?? 0));
  const most = Math.max(...(stacked ? sums : all.map(Math.abs)), 1e-9);
  const plot = {
    width: width - MARGIN.left - MARGIN.right,
    height: height - MARGIN.top - MARGIN.bottom,
    scale: (value: number) => Math.abs(value) / most,
  };
  const Shape = chart.type === 'LINE' ? Lines : chart.type === 'BAR' ? Bars : Columns;
  return (
    <svg
      class="chart"
      role="img"
      aria-label={`Chart: ${title}`}
      width={width}
      height={height}
      style={{ left: px(geometry.leftOf(column)), top: px(geometry.topOf(row)) }}
    >
      <text x={MARGIN.left} y={20} class="chart-title">
        {title}
      </text>
      {series.map(({ name }, i) => (
        <text key={name} x={MARGIN.left + i * 200} y={38} fill={COLORS[i % COLORS.length]}>
          {`■ ${name}`}
        </text>
      ))}
      <g transform={`translate(${MARGIN.left} ${MARGIN.top})`}>
        <Shape chart={chart} plot={plot} />
      </g>
      {chart.type !== 'BAR' && (
        <>
          <text x={MARGIN.left} y={height - 8}>
            {labels[0]}
          </text>
          <text x={width - MARGIN.right} y={height - 8} text-anchor="end">
            {labels[labels.length - 1]}
          </text>
        </>
      )}
    </svg>
  );
}

interface ShapeProps {
  readonly chart: DrawnChart;
  readonly plot: Plot;
}

const Lines = ({ chart: { series, labels }, plot: { width, height, scale } }: ShapeProps) => (
  <>
    {series.map(({ name, values }, s) => (
      <polyline
        key={name}
        fill="none"
        stroke={COLORS[s % COLORS.length]}
        stroke-width={2}
        points={values
          .flatMap((value, i) =>
            value === null
              ? []
              : [`${(i * width) / Math.max(1, labels.length - 1)},${height * (1 - scale(value))}`],
          )
          .join(' ')}
      />
    ))}
  </>
);

function Columns({ chart: { series, labels, stacked }, plot: { width, height, scale } }: ShapeProps) {
  const step = width / Math.max(1, labels.length);
  const one = (step * 0.7) / (stacked ? 1 : Math.max(1, series.length));
  return (
    <>
      {labels.map((label, i) => {
        let below = 0;
        return series.map(({ name, values }, s) => {
          const tall = height * scale(values[i] ?? 0);
          const y = height - tall - (stacked ? below : 0);
          below += tall;
          const x = i * step + (stacked ? 0 : s * one);
          return (
            <rect key={label + name} x={x} y={y} width={one} height={tall} fill={COLORS[s % COLORS.length]} />
          );
        });
      })}
    </>
  );
}

function Bars({ chart: { series, labels }, plot: { width, height, scale } }: ShapeProps) {
  const step = height / Math.max(1, labels.length);
  return (
    <>
      {labels.map((label, i) => (
        <g key={label} transform={`translate(0 ${i * step})`}>
          <text x={LABEL - 6} y={step / 2 + 4} text-anchor="end">
            {label.slice(0, 28)}
          </text>
          {series.map(({ name, values }, s) => (
            <rect
              key={name}
              x={LABEL}
              y={step * 0.15}
              width={(width - LABEL) * scale(values[i] ?? 0)}
              height={(step * 0.7) / series.length}
              fill={COLORS[s % COLORS.length]}
            />
          ))}
        </g>
      ))}
    </>
  );
}
