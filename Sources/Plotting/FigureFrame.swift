/// The words around a figure: headline and second line above, footer below, wrapped where they are long.
struct FigureFrame {
  /// Lines of this many characters fit the figure's width in any sans-serif.
  static let headlineLimit = 75
  static let smallLimit = 105
  /// The distance of text from the figure's left edge.
  static let left = 20.0

  private let headline: [String]
  private let subline: [String]
  private let footer: [String]

  init(headline: String, subline: String, footer: String) {
    self.headline = TextMetrics.lines(of: headline, limit: Self.headlineLimit)
    self.subline = TextMetrics.lines(of: subline, limit: Self.smallLimit)
    self.footer = TextMetrics.lines(of: footer, limit: Self.smallLimit)
  }

  /// The room that headline and second line take, from the figure's top.
  var top: Double { sublineStart + 18 * Double(subline.count) + 8 }

  /// The room that the footer takes, from the figure's bottom.
  var bottom: Double { 15 * Double(footer.count) + 22 }

  private var sublineStart: Double { 19 + 22 * Double(headline.count) + 6 }

  /// Writes the words into a script.
  func draw(into script: inout GnuplotScript, theme: Theme) {
    for (index, line) in headline.enumerated() {
      script.boldLabel(line, x: Self.left, y: 30 + 22 * Double(index), size: 17, color: theme.ink)
    }
    for (index, line) in subline.enumerated() {
      script.label(line, x: Self.left, y: sublineStart + 11 + 18 * Double(index), size: 13, color: theme.muted)
    }
    for (index, line) in footer.enumerated() {
      let y = script.height - bottom + 14 + 15 * Double(index)
      script.label(line, x: Self.left, y: y, size: 11, color: theme.muted)
    }
  }
}
