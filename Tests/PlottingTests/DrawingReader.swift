import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What an XML parser finds in an SVG.
final class DrawingReader: NSObject, XMLParserDelegate {
  private(set) var title = ""
  private(set) var summary = ""
  private(set) var role: String?
  /// The content of every `text` element.
  private(set) var labels: [String] = []
  private(set) var identifiers: [String] = []
  private(set) var titleCount = 0
  private var path: [String] = []

  /// Returns `nil` where the text is not well-formed.
  init?(_ svg: String) {
    super.init()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = self
    guard parser.parse() else { return nil }
  }

  func parser(
    _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    path.append(elementName)
    if elementName == "svg" { role = attributes["role"] }
    if elementName == "title" { titleCount += 1 }
    if elementName == "text" { labels.append("") }
    if let identifier = attributes["id"] { identifiers.append(identifier) }
  }

  func parser(
    _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?, qualifiedName: String?
  ) {
    path.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if path.last == "title" { title += string }
    if path.last == "desc" { summary += string }
    if path.contains("text"), !labels.isEmpty { labels[labels.count - 1] += string }
  }
}
