// How a picture follows the page: its colours and type sizes from the theme, its numbers and dates from the language.

// What a locale needs is asked of the browser: no month or separator is written here.
export const locale = (lang) => {
  const tag = `${lang}-CA`,
    part = (type, options, value) =>
      new Intl.NumberFormat(tag, options).formatToParts(value).find((one) => one.type === type)?.value;
  const names = (options, dates) =>
    dates.map((date) => new Intl.DateTimeFormat(tag, { ...options, timeZone: "UTC" }).format(date));
  const months = [...Array(12).keys()].map((month) => new Date(Date.UTC(2023, month, 15))),
    days = [...Array(7).keys()].map((day) => new Date(Date.UTC(2023, 0, 1 + day)));
  return {
    formatLocale: {
      decimal: part("decimal", {}, 1.5),
      thousands: part("group", {}, 12345) ?? "\u00a0",
      grouping: [3],
      currency: lang === "fr" ? ["", "\u00a0$"] : ["$", ""],
      percent: lang === "fr" ? "\u00a0%" : "%",
    },
    timeFormatLocale: {
      dateTime: "%x %X",
      date: "%Y-%m-%d",
      time: "%H:%M:%S",
      periods: ["AM", "PM"],
      days: names({ weekday: "long" }, days),
      shortDays: names({ weekday: "short" }, days),
      months: names({ month: "long" }, months),
      shortMonths: names({ month: "short" }, months),
    },
  };
};

export const house = () => ({
  background: "transparent",
  font: "var(--do)",
  view: { stroke: null },
  axis: {
    labelColor: "var(--ink-2)",
    titleColor: "var(--ink-2)",
    domainColor: "var(--line-strong)",
    tickColor: "var(--line-strong)",
    gridColor: "var(--line)",
    labelFontSize: 13,
    titleFontSize: 13,
    titleFontWeight: 400,
  },
  legend: { labelColor: "var(--ink)", titleColor: "var(--ink-2)", labelFontSize: 13, titleFontSize: 13 },
  header: { labelColor: "var(--ink)", titleColor: "var(--ink-2)", labelFontSize: 13 },
  title: { color: "var(--ink)", fontSize: 15 },
  text: { color: "var(--ink)", fontSize: 13 },
  point: { color: "var(--accent)" },
  circle: { color: "var(--accent)" },
  bar: { color: "var(--accent)" },
  line: { color: "var(--accent)" },
  rule: { color: "var(--line-strong)" },
});

export const merged = (under, over) => {
  const both = { ...under };
  for (const [key, value] of Object.entries(over ?? {}))
    both[key] = value && typeof value === "object" && !Array.isArray(value) && both[key] ? merged(both[key], value) : value;
  return both;
};

// Data is never rewritten: it may hold what people typed.
export const dressed = (value, style, key = "") => {
  if (key === "data" || key === "datasets") return value;
  if (typeof value === "string")
    return value
      .replaceAll(/var\((--[\w-]+)\)/g, (_all, token) => style.getPropertyValue(token).trim())
      .replace(/^currentColor$/i, style.color);
  if (Array.isArray(value)) return value.map((one) => dressed(one, style, key));
  if (value && typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, dressed(one, style, name)]));
  return value;
};
