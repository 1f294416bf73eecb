import Testing

@Suite("Catalogues")
struct CatalogueTests {
  @Test(
    "A landing page has a place for every public type and every article of its module",
    arguments: [
      "Agents", "ColonyMechanisms", "ColonyModels", "ColonyOptimization", "LiveBackends", "SwarmArchitectures",
    ])
  func landingPage(module: String) throws {
    let page = try Repository.text(of: "Sources/\(module)/\(module).docc/\(module).md")
    let declaration = /(?:@frozen )?public (?:final |indirect )?(?:struct|enum|class|protocol|actor) (\w+)/
    let types = Repository.sources.filter { $0.module == module }.flatMap { file in
      file.text.split(separator: "\n").compactMap { try? declaration.prefixMatch(in: $0)?.1 }
    }
    #expect(types.count > 5)
    #expect(types.filter { !page.contains("- ``\($0)``") } == [])
    let articles = Repository.textFiles.filter {
      $0.path.hasPrefix("Sources/\(module)/\(module).docc/") && $0.stem != module
    }
    // An article about a type has its place where the type has it.
    let places = articles.map { article in
      article.text.prefixMatch(of: #/# ``\w+/(\w+)``\n/#).map { "- ``\($0.1)``" } ?? "- <doc:\(article.stem)>"
    }
    #expect(places.count > 1)
    #expect(places.filter { !page.contains($0 + "\n") } == [])
  }
}
