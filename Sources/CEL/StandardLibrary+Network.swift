extension StandardLibrary {
  /// Addresses and blocks of addresses of the Internet Protocol.
  static let network: [Function] = addresses + addressTests + blocks + blockTests

  /// The type of an address.
  static let addressType: Type = .abstract("net.IP", [])
  /// The type of a block of addresses.
  static let blockType: Type = .abstract("net.CIDR", [])

  private static let addresses: [Function] = [
    Function("ip", [.string], addressType) { arguments throws(EvaluationError) in
      .address(try address(arguments[0]))
    },
    Function("isIP", [.string], .bool) { arguments throws(EvaluationError) in
      let text = try arguments[0].text
      return .bool((try? InternetAddress(parsing: text)) != nil)
    },
    Function("ip.isCanonical", [.string], .bool) { arguments throws(EvaluationError) in
      let text = try arguments[0].text
      return .bool(try address(arguments[0]).description == text)
    },
    Function("string", [addressType], .string) { arguments throws(EvaluationError) in
      .string(try arguments[0].address.description)
    },
    Function("family", method: [addressType], .int) { arguments throws(EvaluationError) in
      .int(try arguments[0].address.family.rawValue)
    },
  ]

  private static let addressTests: [Function] = [
    test("isUnspecified", \.isUnspecified), test("isLoopback", \.isLoopback),
    test("isGlobalUnicast", \.isGlobalUnicast),
    test("isLinkLocalUnicast", \.isLinkLocalUnicast),
    test("isLinkLocalMulticast", \.isLinkLocalMulticast),
  ]

  private static func test(
    _ name: String, _ holds: @escaping @Sendable (InternetAddress) -> Bool
  ) -> Function {
    Function(name, method: [addressType], .bool) { arguments throws(EvaluationError) in
      .bool(holds(try arguments[0].address))
    }
  }

  private static let blocks: [Function] = [
    Function("cidr", [.string], blockType) { arguments throws(EvaluationError) in
      .block(try block(arguments[0]))
    },
    Function("isCIDR", [.string], .bool) { arguments throws(EvaluationError) in
      let text = try arguments[0].text
      return .bool((try? AddressBlock(parsing: text)) != nil)
    },
    Function("string", [blockType], .string) { arguments throws(EvaluationError) in
      .string(try arguments[0].block.description)
    },
    Function("ip", method: [blockType], addressType) { arguments throws(EvaluationError) in
      .address(try arguments[0].block.address)
    },
    Function("masked", method: [blockType], blockType) { arguments throws(EvaluationError) in
      .block(try arguments[0].block.masked)
    },
    Function("prefixLength", method: [blockType], .int) { arguments throws(EvaluationError) in
      .int(Int64(try arguments[0].block.length))
    },
  ]

  private static let blockTests: [Function] =
    [addressType, .string].map { type in
      Function("containsIP", method: [blockType, type], .bool) {
        arguments throws(EvaluationError) in
        .bool(try arguments[0].block.contains(try address(arguments[1])))
      }
    }
    + [blockType, .string].map { type in
      Function("containsCIDR", method: [blockType, type], .bool) {
        arguments throws(EvaluationError) in
        .bool(try arguments[0].block.contains(try block(arguments[1])))
      }
    }

  /// An address, or the one that a text stands for.
  private static func address(_ value: Value) throws(EvaluationError) -> InternetAddress {
    guard case .string(let text) = value else { return try value.address }
    do throws(InternetAddress.Refusal) {
      return try InternetAddress(parsing: text)
    } catch {
      throw .failed(error.message)
    }
  }

  /// A block, or the one that a text stands for.
  private static func block(_ value: Value) throws(EvaluationError) -> AddressBlock {
    guard case .string(let text) = value else { return try value.block }
    do throws(InternetAddress.Refusal) {
      return try AddressBlock(parsing: text)
    } catch {
      throw .failed(error.message)
    }
  }
}

extension Value {
  fileprivate var address: InternetAddress {
    get throws(EvaluationError) {
      guard case .address(let address) = self else { throw StandardLibrary.wrongTypes }
      return address
    }
  }

  fileprivate var block: AddressBlock {
    get throws(EvaluationError) {
      guard case .block(let block) = self else { throw StandardLibrary.wrongTypes }
      return block
    }
  }
}
