/// One figure: what it says in words, the numbers behind it, and the gnuplot script that draws it.
///
/// A figure is a value made from plain numbers; it reads no file and no clock. `FigureWriter` puts it on the disk. A new
/// kind is one file in `Figures/`, its test, and its entry in `Figures.all`.
public protocol Figure: Sendable {
  /// The name of this kind of figure in experiment files and on the command line, in `kebab-case`.
  static var kind: String { get }
  /// The stem of the files that belong to the figure: letters, digits, `-` and `_` only.
  var name: String { get }
  /// What the figure shows, as a statement; a line holds 75 characters, longer text is wrapped.
  var headline: String { get }
  /// What is drawn: statistic, interval with its level, number of replications.
  var subline: String { get }
  /// How to make the figure again: experiment, hash of its configuration, seeds.
  var footer: String { get }
  /// One sentence with the numbers, for readers who do not see the figure.
  var altText: String { get }
  /// The numbers that are drawn, one mark a row; the first block of `NAME.tsv`.
  ///
  /// The same figure gives the same table: no dates, no paths.
  var dataTable: DataTable { get }
  /// Further numbers that the script needs, such as single replications; the second block of `NAME.tsv`.
  var detailTable: DataTable? { get }

  /// Returns a complete gnuplot script that reads `NAME.tsv` beside it and writes `NAME.svg`.
  func script(theme: Theme) -> String
}

extension Figure {
  public var detailTable: DataTable? { nil }

  /// The whole text of `NAME.tsv`: the data table and, after two empty lines, the details (gnuplot's `index 1`).
  public var dataText: String {
    guard let detailTable else { return dataTable.text }
    return dataTable.text + "\n\n" + detailTable.text
  }

  var frame: FigureFrame {
    FigureFrame(headline: headline, subline: subline, footer: footer)
  }
}
