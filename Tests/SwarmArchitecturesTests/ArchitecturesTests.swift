import Foundation
import SwarmArchitectures
import Testing

@Suite("List of architectures")
struct ArchitecturesTests {
  @Test("The list is sorted by name, without a name twice")
  func sorted() {
    let names = Architectures.all.map { $0.name }
    #expect(names == Set(names).sorted())
  }

  @Test("The list holds exactly the types of the folder")
  func folder() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/SwarmArchitectures/Architectures")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let types = files.filter { $0.hasSuffix(".swift") && !$0.contains("+") }.map { String($0.dropLast(6)) }
    #expect(types.sorted() == Architectures.all.map { String(describing: $0) }.sorted())
  }

  @Test("An architecture is found by its name, and nothing by another", arguments: Architectures.all.map { $0.name })
  func named(name: String) {
    #expect(Architectures.named(name)?.name == name)
    #expect(Architectures.named(name.uppercased()) == nil)
  }
}
