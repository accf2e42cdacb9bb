import Synchronization
import Vocabulary

/// Draws ids. Tests have one that counts.
package protocol IdentitySource: Sendable {
  func thread() -> ThreadID
  func customer() -> CustomerID
  func caseCode() -> CaseCode
}

/// Ids that nobody can guess.
package struct RandomIdentities: IdentitySource {
  package init() {}

  package func thread() -> ThreadID { ThreadID("t_" + secret()) }
  package func customer() -> CustomerID { CustomerID("c_" + secret()) }

  package func caseCode() -> CaseCode {
    var generator = SystemRandomNumberGenerator()
    return CaseCode.random(using: &generator)
  }

  /// 128 bits of chance in 32 characters.
  private func secret() -> String {
    (0..<2).map { _ in
      let digits = String(UInt64.random(in: .min ... .max), radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}

/// The same ids in the same order, always.
package final class CountingIdentities: IdentitySource {
  private let counts = Mutex((threads: 0, customers: 0, codes: 0))
  package init() {}

  package func thread() -> ThreadID {
    ThreadID("thread-\(counts.withLock { counts in counts.threads += 1; return counts.threads })")
  }

  package func customer() -> CustomerID {
    CustomerID("customer-\(counts.withLock { counts in counts.customers += 1; return counts.customers })")
  }

  /// `222223`, `222224`, …
  package func caseCode() -> CaseCode {
    var rest = counts.withLock { counts in
      counts.codes += 1; return counts.codes
    }
    var letters: [Character] = []
    for _ in 0..<CaseCode.length {
      letters.append(CaseCode.alphabet[rest % CaseCode.alphabet.count])
      rest /= CaseCode.alphabet.count
    }
    return CaseCode(String(letters.reversed()))
  }
}
