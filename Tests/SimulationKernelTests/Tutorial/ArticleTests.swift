import Testing

struct ArticleTests {
  @Test("Every block of Swift in an article is compiled", arguments: try Article.names())
  func blocksAreCompiled(name: String) throws {
    let snippets = try Article.snippets()
    for block in try Article(name).blocks {
      #expect(snippets.contains(block), "no snippet beside the tests holds this:\n\(block.joined(separator: "\n"))")
    }
  }

  @Test("Every snippet is shown in an article")
  func snippetsAreShown() throws {
    let blocks = try Article.names().flatMap { try Article($0).blocks }
    for snippet in try Article.snippets() {
      #expect(blocks.contains(snippet), "no article shows this:\n\(snippet.joined(separator: "\n"))")
    }
  }

  @Test("The landing page has a place for every public type")
  func topics() throws {
    let page = try Article("SimulationKernel")
    let types = try Article.publicTypes()
    #expect(types.filter { !page.text.contains("- ``\($0)``") } == [])
    #expect(types.count > 40 && types.contains("EventList"))
  }

  @Test("A block ends where its fence does, and its indentation does not count")
  func blocksAreFound() throws {
    #expect(try Article("SimulationKernel").blocks.first?.first == "struct Metronome: SimulationModel {")
    #expect(try Article("SimulationKernel").blocks.first?.last == "}")
    #expect(try Article.names().count >= 8)
  }
}
