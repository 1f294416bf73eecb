/// The page's structure. Three braces insert as it is, two escape.
enum ReportTemplate {
  static let text = """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{{title}} - Antbed</title>
    <style>{{{style}}}</style>
    </head>
    <body>
    <main>
    <header>
    <p class="kicker">Antbed experiment <b>{{name}}</b></p>
    <h1>{{title}}</h1>
    <p class="headline">{{headline}}.</p>
    <p class="state{{^isComplete}} warn{{/isComplete}}">{{state}}</p>
    </header>

    <section>
    <h2>Verdict</h2>
    <ul class="findings">
    {{#findings}}<li><b>{{metric}}</b> <span class="unit">({{unit}}, {{better}})</span><br>{{who}}</li>
    {{/findings}}
    </ul>
    <div class="scroll"><table>
    <caption>{{#isSummedUp}}Mean of each {{noun}} over all design points, with its lowest and highest; every point is in summary.csv.{{/isSummedUp}}{{^isSummedUp}}Mean and {{level}} interval of each {{noun}}.{{/isSummedUp}}{{#hasLeaders}} Bold with a dot: not beaten by any other.{{/hasLeaders}}</caption>
    <thead><tr><th scope="col">{{column}}</th>
    {{#metrics}}<th scope="col">{{title}}<span class="unit">{{unit}}<br>{{arrow}}</span></th>{{/metrics}}</tr></thead>
    <tbody>
    {{#rows}}<tr><th scope="row">{{name}}{{#isBaseline}} <span class="unit">baseline</span>{{/isBaseline}}</th>
    {{#fields}}<td{{#isLeading}} class="lead"{{/isLeading}}>{{text}}</td>{{/fields}}</tr>
    {{/rows}}
    </tbody></table></div>
    </section>

    <section>
    <h2>Figures</h2>
    {{^hasDrawings}}<p>None: {{cellCount}} cells are too many for one. All estimates are in summary.csv.</p>
    {{/hasDrawings}}
    {{#drawings}}<figure>
    {{#isDrawn}}<div class="drawing">{{{svg}}}</div>{{/isDrawn}}
    {{#hasMovie}}<p><img class="movie" alt="{{headline}}, as a moving picture" src="data:image/gif;base64,{{{movie}}}"></p>{{/hasMovie}}
    {{^isDrawn}}<p class="warn">{{headline}}: not drawn, for want of gnuplot. Its script and data are in figures/.</p>{{/isDrawn}}
    <details><summary>Numbers behind "{{headline}}" (figures/{{name}}.tsv)</summary>
    <div class="scroll"><table class="plain"><thead><tr>{{#columns}}<th scope="col">{{.}}</th>{{/columns}}</tr></thead><tbody>
    {{#data}}<tr>{{#fields}}<td>{{.}}</td>{{/fields}}</tr>
    {{/data}}</tbody></table></div></details>
    </figure>
    {{/drawings}}
    </section>

    {{#hasPairs}}<section>
    <h2>Every pair</h2>
    {{#isSummedUp}}<p>At how many design points the first is better or worse than the second, after correction.</p>{{/isSummedUp}}
    {{^isSummedUp}}<p>Difference of means, first minus second, with its {{level}} interval; p after correction; d is the mean difference
    in standard deviations of the differences. Correlation, and the variance of the difference relative to independent
    runs, say what common random numbers saved.</p>{{/isSummedUp}}
    {{#verdicts}}<details{{#isFirst}} open{{/isFirst}}><summary><b>{{title}}</b> <span class="unit">{{unit}}</span> -
    {{decided}} of {{count}} pairs decided</summary>
    <p class="unit">{{summary}}</p>
    {{#isCounted}}<div class="scroll"><table><thead><tr><th scope="col">First</th><th scope="col" class="name">Second</th>
    <th scope="col">Better at</th><th scope="col">Worse at</th><th scope="col">Neither</th></tr></thead><tbody>
    {{#counts}}<tr><th scope="row">{{first}}</th><th scope="row">{{second}}</th><td>{{better}}</td><td>{{worse}}</td><td>{{other}}</td></tr>
    {{/counts}}</tbody></table></div></details>{{/isCounted}}
    {{^isCounted}}<div class="scroll"><table><thead><tr><th scope="col">First</th><th scope="col" class="name">Second</th><th scope="col">First is</th>
    <th scope="col">Difference<span class="unit">{{unit}}</span></th><th scope="col">p</th><th scope="col">d</th>
    <th scope="col">Correlation</th><th scope="col">Variance</th><th scope="col">n</th></tr></thead><tbody>
    {{#pairs}}<tr><th scope="row">{{first}}</th><th scope="row">{{second}}</th><td class="{{verdict}}">{{verdict}}</td>
    <td>{{difference}}</td><td>{{p}}</td><td>{{effect}}</td><td>{{correlation}}</td><td>{{saving}}</td><td>{{n}}</td></tr>
    {{/pairs}}</tbody></table></div></details>{{/isCounted}}
    {{/verdicts}}
    </section>{{/hasPairs}}

    <section>
    <h2>How sure</h2>
    <ul>{{#sureness}}<li>{{text}}</li>
    {{/sureness}}</ul>
    </section>

    <section>
    <h2>Method</h2>
    <dl>{{#definitions}}<dt>{{title}} <code>{{name}}</code> <span class="unit">{{unit}}</span></dt><dd>{{summary}}</dd>
    {{/definitions}}</dl>
    <p>Run it again: save the configuration below as <code>{{name}}.yaml</code>, then
    <code>antbed run {{name}}.yaml</code>. Every number here comes out the same, byte for byte, with the same versions.</p>
    <dl class="facts"><dt>Configuration hash</dt><dd><code>{{hash}}</code></dd><dt>Root seed</dt><dd><code>{{seed}}</code></dd>
    {{#versions}}<dt>{{name}}</dt><dd>{{version}}</dd>{{/versions}}</dl>
    <details><summary>Configuration, with every default and profile in place</summary><pre>{{configuration}}</pre></details>
    </section>
    </main>
    </body>
    </html>

    """
}
