import ResultsStore
import Testing

/// The code of the error that `body` throws, or `nil` where it throws none.
func code(_ body: () throws -> Void) -> ResultsStoreError.Code? {
  do {
    try body()
    return nil
  } catch let error as ResultsStoreError {
    return error.code
  } catch {
    Issue.record("not an error of the store: \(error)")
    return nil
  }
}
