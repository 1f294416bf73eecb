/// The page's look: readable on a screen by day and night, and on paper.
enum ReportStyle {
  static let text = """
    :root { --ink: #1f2328; --muted: #59636e; --rule: #d0d7de; --page: #ffffff; --card: #f6f8fa;
      --good: #00664a; --bad: #a04000; --warn: #fff4d6; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --muted: #9ba6b1; --rule: #363d45; --page: #14181d;
      --card: #1c2229; --good: #5fd0ac; --bad: #f0a070; --warn: #46380f; } }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--page); color: var(--ink);
      font: 16px/1.55 Inter, "Helvetica Neue", Arial, sans-serif; }
    main { max-width: 1120px; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; }
    h1 { font-size: 1.9rem; line-height: 1.2; margin: .2rem 0 .6rem; }
    h2 { font-size: 1.25rem; margin: 2.6rem 0 .8rem; padding-bottom: .3rem; border-bottom: 1px solid var(--rule); }
    .kicker { color: var(--muted); margin: 0; }
    .headline { font-size: 1.2rem; margin: 0 0 .6rem; }
    .state { color: var(--muted); margin: 0; }
    .warn { background: var(--warn); color: var(--ink); padding: .4rem .7rem; border-radius: 6px; }
    .unit { color: var(--muted); font-weight: 400; font-size: .84rem; }
    th .unit { display: block; }
    tbody th .unit, summary .unit, dt .unit { display: inline; }
    .findings { list-style: none; padding: 0; display: grid; gap: .7rem;
      grid-template-columns: repeat(auto-fit, minmax(230px, 1fr)); }
    .findings li { background: var(--card); border-radius: 8px; padding: .7rem .9rem; }
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
    caption { text-align: left; color: var(--muted); font-size: .9rem; padding: .3rem 0 .6rem; }
    th, td { padding: .42rem .7rem; text-align: right; vertical-align: bottom; white-space: nowrap;
      border-bottom: 1px solid var(--rule); }
    th:first-child, tbody th, th.name { text-align: left; }
    tbody th { font-weight: 500; }
    td.lead { font-weight: 700; }
    td.lead::before { content: "\\2022\\00a0"; }
    td.better { color: var(--good); font-weight: 600; }
    td.worse { color: var(--bad); font-weight: 600; }
    td.undecided { color: var(--muted); }
    .plain { font-size: .84rem; }
    figure { margin: 1.6rem 0 2.2rem; }
    .drawing { background: #fff; border: 1px solid var(--rule); border-radius: 10px; padding: .6rem; }
    .drawing svg { width: 100%; height: auto; display: block; }
    details { margin: .6rem 0; }
    summary { cursor: pointer; }
    dl { display: grid; grid-template-columns: minmax(240px, auto) 1fr; gap: .35rem 1.2rem; }
    dt { font-weight: 500; }
    dd { margin: 0; overflow-wrap: anywhere; }
    code, pre { font: .86rem/1.5 ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace; }
    pre { background: var(--card); padding: 1rem; border-radius: 8px; overflow-x: auto; }
    @media print { details:not([open]) { display: none; } .drawing { border: 0; } body { font-size: 11pt; } }
    """
}
