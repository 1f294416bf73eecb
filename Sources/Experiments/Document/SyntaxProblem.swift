import Diagnostics
import Yams

/// What the YAML parser complained about, in the words of someone who writes experiment files.
///
/// The parser says which token it did not expect; a reader needs to know what to change. Where something was opened
/// and not closed, the place that opened it is shown in place of the one where that came to light.
struct SyntaxProblem {
  private typealias Words = (problem: String, remedy: String?)

  let text: SourceText
  let problem: String
  let mark: Mark
  /// What the parser was within, and where that began.
  let context: YamlError.Context?

  var finding: DiagnosticList {
    let opened = opened
    let place = (opened == nil && !pointsAtContext ? nil : context?.mark) ?? mark
    let words = opened ?? words ?? ("the file is no valid YAML: \(problem)", nil)
    return DiagnosticList(
      "syntax", at: text.location(line: place.line, column: place.column), words.problem, remedy: words.remedy)
  }

  /// A key without a colon comes to light in the next line, a word that is no alias at its end.
  private var pointsAtContext: Bool {
    ["expected ':'", "document indicator", "alphabetic or numeric"].contains { problem.contains($0) }
  }

  private var characterAtContext: String {
    context.flatMap { text.character(line: $0.mark.line, column: $0.mark.column) }.map(String.init) ?? ""
  }

  /// Brackets and quotes that were opened further up and are not closed.
  private var opened: Words? {
    guard let context else { return nil }
    let here = characterAtContext
    if context.text.contains("quoted scalar"), problem.contains("unexpected") {
      return ("this quote is not closed", "end the text with the same quote, \(here)")
    }
    guard context.text.contains("parsing a flow"), problem.contains("expected ','"), context.mark.line < mark.line
    else {
      return nil
    }
    let isAtEnd = mark.line > text.lastLine
    return (
      isAtEnd ? "this '\(here)' is not closed" : "this '\(here)' is not closed where line \(mark.line) goes on",
      "end it with '\(here == "[" ? "]" : "}")', and put ',' between its items"
    )
  }

  private var words: Words? {
    if problem.contains("cannot start any token") || problem.contains("tab character") { return wrongStart }
    if problem.contains("mapping values are not allowed") { return wrongColon }
    if problem.contains("did not find expected key") { return noKey }
    if context?.text.contains("directive") == true || problem.contains("incompatible YAML") {
      return ("this directive is not supported", "leave out the line that begins with '%'")
    }
    if problem.contains("node content"), mark.line > text.lastLine {
      return ("the file ends where a value is expected", "is a '[' or '{' not closed?")
    }
    if problem.contains("undefined alias") {
      let name = text.rest(ofLine: mark.line, from: mark.column + 1).prefix { !$0.isWhitespace && !"],}".contains($0) }
      return (
        "no value with the anchor '&\(shortened(String(name)))' ends before this alias",
        "a text that begins with '*' needs quotes"
      )
    }
    if problem.contains("alphabetic or numeric") {
      return ("a text cannot begin with '\(characterAtContext)'", "put it in quotes")
    }
    return Self.table.first { problem.contains($0.part) }.map { ($0.problem, $0.remedy) } ?? structure
  }

  private var wrongStart: Words {
    let here = text.character(line: mark.line, column: mark.column)
    if problem.contains("tab character") || here == "\t" {
      return ("a tab cannot indent a line", "indent with spaces")
    }
    return ("a text cannot begin with '\(here.map(String.init) ?? "")'", "put it in quotes")
  }

  private var wrongColon: Words {
    let problem = "a ':' cannot stand here"
    if text.rest(ofLine: mark.line, upTo: mark.column).contains(": ") {
      return (problem, "a text with ': ' in it needs quotes")
    }
    if text.rest(ofLine: mark.line - 1).firstMatch(of: /^\s*[A-Za-z_]+:[^\s:]/) != nil {
      return (problem, "in line \(mark.line - 1), put a space behind the ':'")
    }
    return (problem, "is this line indented like its neighbours, and the one before complete?")
  }

  private var noKey: Words {
    if let here = text.character(line: mark.line, column: mark.column), here == "]" || here == "}" {
      return ("this '\(here)' closes nothing", "remove it")
    }
    let before = text.rest(ofLine: mark.line, upTo: mark.column)
    if before.contains("\"") || before.contains("'") {
      return (
        "the text in quotes ends before this",
        "put all of it in quotes; within single quotes a quote is doubled, 'it''s'"
      )
    }
    return (
      "expected a key of the mapping that begins in \(began)",
      "its keys begin in the same column; is a line indented too far or too little, or something left over?"
    )
  }

  private var began: String {
    context.map { "line \($0.mark.line), column \($0.mark.column)" } ?? "an earlier line"
  }

  /// Messages that speak of where something began.
  private var structure: Words? {
    if problem.contains("expected '-'") {
      return ("expected an item of the list that begins in \(began)", "its items begin with '- ' in the same column")
    }
    if problem.contains("expected ','") {
      return (
        "expected ',' or the end of what begins in \(began)",
        "put ',' between items; a text with ':', ',' or brackets in it needs quotes"
      )
    }
    return nil
  }

  private static let table: [(part: String, problem: String, remedy: String?)] = [
    ("could not find expected ':'", "expected a key with ':' behind it", "write 'key: value'"),
    ("unexpected ':'", "a ':' cannot stand here", "a text with ':' in it needs quotes"),
    ("node content", "expected a value here", "a text with brackets, ',' or quotes in it needs quotes"),
    (
      "sequence entries are not allowed", "a list item cannot begin here",
      "begin its line with '- ', or write the list as [a, b]"
    ),
    ("mapping keys are not allowed", "a key cannot begin here", "write 'key: value'"),
    (
      "unknown escape character", "a backslash in double quotes cannot stand before this character",
      "write two, \\\\, or use single quotes"
    ),
    ("hexdecimal number", "expected hexadecimal digits after this backslash", "write two, \\\\, or use single quotes"),
    ("character escape code", "this escape stands for no character", "write the character itself"),
    ("tag", "tags are not supported", "leave the '!' out; a text that begins with '!' needs quotes"),
    ("found another document", "a second document begins here", "an experiment file is one document: remove the '---'"),
    (
      "<document start>", "expected one mapping and nothing behind it",
      "is a line indented too little, or a bracket left over?"
    ),
    (
      "nesting level", "the file is nested too deep",
      "an experiment file has at most \(DocumentReader.maximumDepth) levels"
    ),
    (
      "comment or line break", "a text in lines begins in the line below '|' or '>'",
      "a text that begins with '|' or '>' needs quotes"
    ),
    ("indentation indicator", "the indentation behind '|' or '>' is at least 1", "leave the number out"),
  ]
}
