import ArgumentParser
import Diagnostics
import Foundation
import ResultsStore

/// How the program ends: the meanings of its exit status, and the words that go with an error.
enum Exit: Int32, Error {
  case someRunsFailed = 1
  case wrongInput = 2
  case interrupted = 130

  /// Says what went wrong, and ends the program.
  static func end(with error: any Error) -> Never {
    switch error {
    case let exit as Exit:
      Foundation.exit(exit.rawValue)
    case let error as Trouble:
      Terminal.printError(error.text)
      Foundation.exit(error.exit.rawValue)
    case let error as ResultsStoreError:
      Terminal.printError(error.description)
      // What cannot be read was named wrongly; what cannot be written is the machine's matter.
      let isInput = [.missing, .notAFile, .foreign, .empty, .older, .newer].contains(error.code)
      Foundation.exit(isInput ? wrongInput.rawValue : someRunsFailed.rawValue)
    default:
      let status = Antbed.exitCode(for: error)
      let message = Antbed.fullMessage(for: error)
      if status == .success {
        print(message)
        Foundation.exit(0)
      }
      Terminal.printError(message)
      Foundation.exit(status == .validationFailure ? wrongInput.rawValue : someRunsFailed.rawValue)
    }
  }
}

/// An error in the user's words, rendered where the text that it quotes is at hand.
struct Trouble: Error {
  let text: String
  let exit: Exit

  /// A name that the program does not know, with the nearest that it knows, or all of them.
  init(unknown what: String, _ name: String, among names: [String]) {
    let near = nearestMatch(to: name, among: names).map { "did you mean '\($0)'?" }
    self.init(
      "error: there is no \(what) '\(name)' [unknown-name]\n   "
        + (near ?? "there are: " + names.joined(separator: ", ")))
  }

  init(_ text: String, exit: Exit = .wrongInput) {
    self.text = text
    self.exit = exit
  }
}
