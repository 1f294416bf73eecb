/// The tables of `docs/architecture.md`: which modules there are, and what each may import.
struct ModuleTable {
  struct Module {
    let name: String
    let tier: Int
    /// What the row names; `nil` for "everything".
    let imports: [String]?
  }

  /// A module of a package or of the system, and who may import it.
  struct External {
    /// The package's name; `nil` for a library of the system.
    let package: String?
    let module: String
    let importers: [String]
  }

  let modules: [Module]
  let externals: [External]
  /// Modules of the platform with the lowest tier that may import them.
  let platform: [String: Int]

  init?(_ text: String) {
    guard let modules = MarkdownTable("tier", in: text), let externals = MarkdownTable("package", in: text),
      let platform = MarkdownTable("platform module", in: text)
    else { return nil }
    self.modules = modules.rows.compactMap { row in
      guard row.count == 4, let tier = Int(row[0]), let name = MarkdownTable.code(in: row[1]).first else { return nil }
      return Module(name: name, tier: tier, imports: row[3] == "everything" ? nil : MarkdownTable.code(in: row[3]))
    }
    self.externals = externals.rows.compactMap { row in
      guard row.count == 3, let module = MarkdownTable.code(in: row[1]).first else { return nil }
      return External(
        package: MarkdownTable.code(in: row[0]).first, module: module, importers: MarkdownTable.code(in: row[2]))
    }
    self.platform = platform.rows.reduce(into: [:]) { tiers, row in
      guard row.count == 3 else { return }
      for name in MarkdownTable.code(in: row[0]) { tiers[name] = Int(row[1]) }
    }
  }

  /// Every module that a module may import: what its row names and what those may import, of the packages what names
  /// it, and of the platform what its tier may have.
  func allowed(for name: String) -> Set<String> {
    guard let module = modules.first(where: { $0.name == name }) else { return [] }
    var reached = Set(module.imports ?? modules.map(\.name).filter { $0 != name })
    var open = Array(reached)
    while let next = open.popLast() {
      for further in modules.first(where: { $0.name == next })?.imports ?? [] where reached.insert(further).inserted {
        open.append(further)
      }
    }
    for external in externals {
      if external.importers.contains(name) { reached.insert(external.module) } else { reached.remove(external.module) }
    }
    for (name, tier) in platform where module.tier >= tier { reached.insert(name) }
    return reached
  }

  /// What the table says that cannot be: rows out of order, imports of the same or a higher tier, unknown names.
  var contradictions: [String] {
    let tiers = Dictionary(modules.map { ($0.name, $0.tier) }, uniquingKeysWith: { first, _ in first })
    var found: [String] = []
    if tiers.count != modules.count { found.append("a module has two rows") }
    if modules.map(\.tier) != modules.map(\.tier).sorted() { found.append("the rows are not in the order of tiers") }
    for module in modules {
      for name in module.imports ?? [] {
        guard let tier = tiers[name] else {
          found.append("\(module.name) may import \(name), which has no row")
          continue
        }
        if tier >= module.tier { found.append("\(module.name) may import \(name), which is not below it") }
      }
    }
    for external in externals {
      for name in external.importers where tiers[name] == nil {
        found.append("\(external.module) is imported by \(name), which has no row")
      }
    }
    return found
  }
}
