namespace CognitoPools.Reports.Html;

/// <summary>The style of the page for light and dark color schemes, phones and print.</summary>
internal static class HtmlStyle
{
    /// <summary>The CSS.</summary>
    public const string Text = """

        :root { color-scheme: light dark; --page: #f4f6f9; --card: #fff; --text: #17202c; --soft: #4a5666; --line: #d3dae3; --code: #eef1f5;
          --link: #0b57a4; --critical: #a3123a; --high: #a83c05; --medium: #735400; --low: #1c5fa8; --info: #4a5666; --on: #fff;
          --guests: #a83c05; --users: #1c5fa8; }
        @media (prefers-color-scheme: dark) { :root { --page: #10151c; --card: #19212b; --text: #e8edf3; --soft: #b0bac6; --line: #364250;
          --code: #222c38; --link: #8fc3ff; --critical: #ff9bb0; --high: #ffb385; --medium: #f2d16b; --low: #9cc9ff; --info: #c3ccd6;
          --on: #10151c; --guests: #ffb385; --users: #9cc9ff; } }
        *, *::before, *::after { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        body { margin: 0; background: var(--page); color: var(--text); font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
          overflow-wrap: anywhere; }
        header, main, footer { max-width: 72rem; margin: 0 auto; padding: 0 1.25rem; }
        header { padding-top: 2rem; }
        h1, h2, h3, h4, h5 { line-height: 1.25; margin: 0; }
        h1 { font-size: 2rem; letter-spacing: -.02em; }
        h2 { font-size: 1.5rem; margin: 2.75rem 0 1rem; padding-top: 1rem; border-top: 2px solid var(--line); }
        h3 { font-size: 1.15rem; margin: 1.5rem 0 .75rem; }
        h4 { display: inline; font-size: 1rem; }
        h5 { font-size: .8rem; text-transform: uppercase; letter-spacing: .06em; color: var(--soft); margin: 1rem 0 .35rem; }
        p { margin: .5rem 0; }
        a { color: var(--link); text-underline-offset: .15em; }
        :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 3px; }
        main:focus { outline: none; }
        .skip { position: absolute; left: -999rem; }
        .skip:focus { left: 1rem; top: .5rem; background: var(--card); padding: .5rem 1rem; z-index: 1; }
        .verdict { font-size: 1.2rem; color: var(--soft); }
        .facts { display: flex; flex-wrap: wrap; gap: .5rem 2.5rem; margin: 1rem 0; }
        .facts dt { font-size: .8rem; color: var(--soft); }
        .facts dd { margin: 0; font-weight: 600; }
        .tiles { list-style: none; display: grid; grid-template-columns: repeat(5, minmax(0, 1fr)); gap: .75rem; padding: 0; margin: 1.5rem 0; }
        .tile { background: var(--card); border: 1px solid var(--line); border-top: 5px solid currentColor; border-radius: 8px; padding: .75rem 1rem;
          font-weight: 600; }
        .tile .number { display: block; font-size: 2rem; line-height: 1.1; font-variant-numeric: tabular-nums; }
        .tile.none { border-top-style: dotted; color: var(--soft); }
        .critical { --tone: var(--critical); } .high { --tone: var(--high); } .medium { --tone: var(--medium); } .low { --tone: var(--low); }
        .info { --tone: var(--info); }
        .tile:not(.none) { color: var(--tone); }
        nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; margin: 0; }
        nav a { display: inline-block; padding: .35rem 0; font-weight: 600; }
        .badge { display: inline-block; background: var(--tone); color: var(--on); font-size: .8rem; font-weight: 700; border-radius: 4px;
          padding: .1rem .5rem; margin-right: .35rem; }
        .count { color: var(--soft); font-weight: 400; }
        details, .card { background: var(--card); border: 1px solid var(--line); border-radius: 8px; margin: .75rem 0; }
        .card { padding: .25rem 1rem 1rem; }
        details.finding { border-left: 5px solid var(--tone); }
        summary { padding: .75rem 1rem; cursor: pointer; }
        .where { display: block; color: var(--soft); font-size: .925rem; margin-top: .25rem; }
        .body { padding: 0 1rem 1rem; }
        pre { margin: 0; padding: .75rem; background: var(--code); border: 1px solid var(--line); border-radius: 6px; white-space: pre-wrap; }
        pre.commands { border-left: 3px solid var(--link); }
        code, pre { font: .875rem/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere;
          unicode-bidi: isolate; }
        .more { font-size: .9rem; color: var(--soft); margin-top: 1rem; }
        .note { border-left: 3px solid var(--line); padding-left: .75rem; }
        table { width: 100%; border-collapse: collapse; background: var(--card); border: 1px solid var(--line); margin: 1rem 0; font-size: .925rem; }
        caption { text-align: left; font-weight: 600; padding: .35rem 0; }
        th, td { text-align: left; vertical-align: top; padding: .5rem .75rem; border-bottom: 1px solid var(--line); }
        thead th { color: var(--soft); font-size: .8rem; }
        td ul, td ol { margin: 0; padding-left: 1.2rem; }
        figure { margin: 1rem 0; }
        figcaption { color: var(--soft); font-size: .9rem; }
        .chart { display: block; width: 100%; max-width: 34rem; height: auto; }
        .chart text { fill: var(--text); font-size: 12px; }
        .guests { fill: var(--guests); } .users { fill: var(--users); }
        .key { display: inline-block; width: .8rem; height: .8rem; border-radius: 2px; margin-left: .5rem; }
        .key.guests { background: var(--guests); } .key.users { background: var(--users); }
        footer { color: var(--soft); font-size: .9rem; padding-top: 2rem; padding-bottom: 2rem; }
        @media (max-width: 700px) {
          .tiles { grid-template-columns: repeat(2, minmax(0, 1fr)); }
          table.cards, .cards caption, .cards tbody, .cards tr, .cards th, .cards td { display: block; }
          .cards thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; white-space: nowrap; }
          .cards tr { padding: .5rem 0; border-bottom: 2px solid var(--line); }
          .cards th, .cards td { border: 0; padding: .2rem .75rem; }
          .cards td::before { content: attr(data-label) ": "; color: var(--soft); font-size: .85rem; }
        }
        @media print {
          :root { --page: #fff; --card: #fff; --text: #000; --soft: #333; --line: #999; --code: #fff; --link: #000; --critical: #a3123a;
            --high: #a83c05; --medium: #735400; --low: #1c5fa8; --info: #333; --on: #fff; --guests: #a83c05; --users: #1c5fa8; }
          nav, .skip { display: none; }
          details::details-content { content-visibility: visible; display: block; height: auto; }
          details:not([open]) > .body { display: block; }
          details, tr, figure { break-inside: avoid; }
          .badge, .tile, rect { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          .more a::after { content: " (" attr(href) ")"; }
        }

        """;
}
