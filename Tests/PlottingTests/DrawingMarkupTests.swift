import Testing

@testable import Plotting

@Suite("Drawing markup")
struct DrawingMarkupTests {
  private let markup = DrawingMarkup(name: "fig", title: "A < B & C", description: "a \"b\" <c>", theme: .light)

  @Test("Title, description and role are added, and gnuplot's own are gone")
  func words() throws {
    let svg = try #require(
      markup.finished(
        "<?xml version=\"1.0\"?>\n<svg viewBox=\"0 0 9 9\">\n<title>Gnuplot</title>\n<desc>Produced by 5 </desc>\n"
          + "<g id=\"plot_1\" ><title>'data' using 1:2</title></g>\n</svg>\n"))
    let drawing = try #require(DrawingReader(svg))
    #expect(drawing.title == "A < B & C")
    #expect(drawing.summary == "a \"b\" <c>")
    #expect(drawing.role == "img")
    #expect(drawing.titleCount == 1)
    #expect(drawing.identifiers == ["fig-plot_1"])
  }

  @Test("Identifiers and what refers to them are renamed, text is not")
  func identifiers() throws {
    let svg = try #require(
      markup.finished(
        "<svg><circle id='dot' r='1'/><use xlink:href='#dot' id='two'/><g filter=\"url(#box)\"/>"
          + "<text font-family=\"Inter\" >> id='x' href='#y' url(#z)</text></svg>"))
    #expect(svg.contains("<circle id='fig-dot' r='1'/><use xlink:href='#fig-dot' id='fig-two'/>"))
    #expect(svg.contains("url(#fig-box)"))
    #expect(svg.contains("> id='x' href='#y' url(#z)</text>"))
    #expect(svg.contains("font-family=\"Inter,Helvetica Neue,Arial,sans-serif\""))
  }

  @Test("The invisible joiner and accents on brackets do no harm")
  func scalars() throws {
    let markup = DrawingMarkup(name: "fig", title: "<\u{301}b>", description: "", theme: .light)
    let svg = try #require(markup.finished("<svg><text id='a'>\u{301}id='b' a\u{2060}b</text></svg>"))
    #expect(!svg.unicodeScalars.contains("\u{2060}"))
    let drawing = try #require(DrawingReader(svg))
    #expect(drawing.title == "<\u{301}b>")
    #expect(drawing.labels == ["\u{301}id='b' ab"])
    #expect(drawing.identifiers == ["fig-a"])
  }

  @Test("A drawing that is cut off is refused")
  func cutOff() {
    #expect(markup.finished("<svg><g>") == nil)
    #expect(markup.finished("") == nil)
  }
}
