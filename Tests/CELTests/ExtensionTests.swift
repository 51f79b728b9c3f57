import CEL
import Testing

/// What the suite of the specification leaves open about functions and macros.
@Suite struct ExtensionTests {
  static let values: [(String, String)] = [
    // Formats: exact digits, halves to the even one, no precision where none is meant.
    ("'%.0f %.0f'.format([0.5, 1.5])", "string(\"0 2\")"),
    ("'%.2f'.format([2.675])", "string(\"2.67\")"),
    ("'%.3f'.format([-0.0001])", "string(\"-0.000\")"),
    ("'%f'.format([1e22])", "string(\"10000000000000000000000.000000\")"),
    ("'%.0e'.format([9.5])", "string(\"1e+01\")"),
    ("'%e'.format([0.0])", "string(\"0.000000e+00\")"),
    ("'%.3e'.format([5e-324])", "string(\"4.941e-324\")"),
    ("'%d'.format([3.14])", "string(\"3.14\")"),
    ("'%s %s'.format([1e22, 1.5e-7])", "string(\"10000000000000000000000 0.00000015\")"),
    ("'%x %o %b'.format([-30, -8, -5])", "string(\"-1e -10 -101\")"),
    ("'%s'.format([b'a\\xff\\xfeb\\xff'])", "string(\"a\u{FFFD}b\u{FFFD}\")"),
    ("'%s'.format([{2: 'b', 10: 'a'}])", "string(\"{10: a, 2: b}\")"),
    ("'%s'.format([ip('::1')])", "string(\"::1\")"),
    ("'100%'.format([])", "failed"),
    ("'%.3s'.format(['abc'])", "failed"),
    ("'%.f'.format([1.0])", "failed"),
    ("'%.1001f'.format([1.0])", "failed"),
    ("'%s'.format([optional.of(1)])", "failed"),
    ("'%.1000f'.format([1.0]).size()", "int(1002)"),
    ("lists.range(1000001)", "failed"),
    // Numbers.
    ("math.greatest(1, 2u, 2.5, 2)", "double(2.5)"),
    ("math.greatest([1, 'a'])", "failed"),
    ("math.least([])", "failed"),
    ("math.sqrt(2u) == math.sqrt(2)", "bool(true)"),
    ("math.sign(-0.0)", "double(-0.0)"),
    ("math.round(0.49999999999999994)", "double(0.0)"),
    ("math.abs(math.trunc(-1.5))", "double(1.0)"),
    ("math.bitShiftLeft(1, 63)", "int(-9223372036854775808)"),
    ("math.bitShiftLeft(1, 64)", "int(0)"),
    ("9007199254740993 == 9007199254740992.0", "refused"),
    ("dyn(9007199254740993) <= 9007199254740992.0", "bool(true)"),
    ("{9007199254740993: 1}[dyn(9007199254740992.0)]", "failed"),
    ("{9223372036854775808u: 1}[dyn(9223372036854775808.0)]", "int(1)"),
    ("{1: 'a'}[dyn(1.5)]", "failed"),
    // Base64 with bits that no byte needs, and wrong padding.
    ("base64.decode('YQ')", "bytes([97])"),
    ("base64.decode('YR==')", "failed"),
    ("base64.decode('YQ=')", "failed"),
    ("base64.decode('Y')", "failed"),
    ("base64.decode('')", "bytes([])"),
    ("base64.encode(b'')", "string(\"\")"),
    // Addresses.
    ("string(ip('2001:DB8:0:0:1:0:0:1'))", "string(\"2001:db8::1:0:0:1\")"),
    ("string(ip('1:0:2:0:3:0:4:0'))", "string(\"1:0:2:0:3:0:4:0\")"),
    ("isIP('01.2.3.4')", "bool(false)"),
    ("isIP('1::2::3')", "bool(false)"),
    ("isIP('1:2:3:4:5:6:7::8')", "bool(false)"),
    ("isIP(':1')", "bool(false)"),
    ("isIP('::1.2.3.4')", "bool(true)"),
    ("isIP('1.2.3.4::')", "bool(false)"),
    ("isCIDR('1.2.3.4/33')", "bool(false)"),
    ("isCIDR('1.2.3.4/08')", "bool(false)"),
    ("cidr('1.2.3.4/0').containsIP('9.9.9.9')", "bool(true)"),
    ("string(cidr('2001:db8:ffff::1/33').masked())", "string(\"2001:db8:8000::/33\")"),
    ("ip('::ffff:102:304') in [ip('1.2.3.4')]", "bool(true)"),
    // Macros.
    ("[1, 2].transformMapEntry(i, v, {string(v): i})['2']", "int(1)"),
    ("[1, 1].transformMapEntry(i, v, {v: i})", "failed"),
    ("{'a': 1}.transformMap(k, v, v > 1, v).size()", "int(0)"),
    ("['a'].transformMap(i, v, v)[0]", "string(\"a\")"),
    ("[3, 4].transformList(i, v, i > 0, v)", "list([CEL.Value.int(4)])"),
    ("[1].exists(v, v, true)", "refused"),
    ("optional.of(1).optMap(x, x + 1)", "optional(Optional(CEL.Value.int(2)))"),
    ("optional.of(1).optFlatMap(x, x + 1)", "refused"),
    ("1.optMap(x, x)", "refused"),
    ("cel.block([1, 2], cel.index(2))", "refused"),
    ("cel.block(2, cel.index(0))", "refused"),
    ("cel.index(0)", "refused"),
    ("cel.iterVar(0, 'a')", "refused"),
    // Lists and optionals.
    ("['bb', 'a', 'cc'].sortBy(x, size(x)) == ['a', 'bb', 'cc']", "bool(true)"),
    ("[1, 2].sortBy(x, [x])", "failed"),
    ("[dyn(1), 'a'].sortBy(x, x)", "failed"),
    ("[[1, [2, [3]]]].flatten(2) == [1, 2, [3]]", "bool(true)"),
    ("[[1]].flatten(9223372036854775807) == [1]", "bool(true)"),
    ("[[1]].flatten(-1)", "failed"),
    ("[1, 2].first().value() + [1, 2].last().value()", "int(3)"),
    ("[].first().hasValue()", "bool(false)"),
    ("[optional.of(1), optional.none()].unwrapOpt() == [1]", "bool(true)"),
    ("optional.unwrap([optional.of(1), optional.none()]).size()", "int(1)"),
    // Messages.
    ("google.protobuf.Int32Value{value: 2147483648}", "failed"),
    ("google.protobuf.UInt32Value{?value: optional.none()}", "uint(0)"),
    ("google.protobuf.Timestamp{seconds: 1}.getSeconds()", "int(1)"),
    ("google.protobuf.Duration{seconds: 1, nanos: -1}", "failed"),
    ("google.protobuf.Timestamp{nanos: -1}", "failed"),
    ("google.protobuf.Value{string_value: 'a', bool_value: true}", "failed"),
    ("google.protobuf.Struct{fields: {'a': 1}}.a", "double(1.0)"),
    ("google.protobuf.ListValue{values: [9007199254740993]}[0]", "string(\"9007199254740993\")"),
    ("google.protobuf.ListValue{values: [type(1)]}", "failed"),
    ("google.protobuf.Value{null_value: google.protobuf.NullValue.NULL_VALUE}", "null"),
    ("google.protobuf.Int32Value{valeu: 1}", "refused"),
    ("google.protobuf.Int33Value{}", "refused"),
    // Parts of texts that repeat themselves.
    ("'aabaabaaab'.indexOf('aabaaa')", "int(3)"),
    ("'aabaabaaab'.lastIndexOf('aab')", "int(7)"),
    ("'aabaabaaab'.lastIndexOf('aab', 6)", "int(3)"),
    ("'abab'.lastIndexOf('', 2)", "int(2)"),
    ("'abc'.indexOf('abcd')", "int(-1)"),
    ("'ababab'.replace('abab', 'x')", "string(\"xab\")"),
  ]

  private func shown(_ text: String) -> String {
    switch Environment().compile(text) {
    case .failure: "refused"
    case .success(let program):
      switch program.evaluate([]) {
      case .success(let value): "\(value)"
      case .failure: "failed"
      }
    }
  }

  @Test(arguments: values)
  func `functions and macros do what their texts say`(_ text: String, _ expected: String) {
    #expect(shown(text) == expected)
  }

  static let types: [(String, String)] = [
    ("[1, 2].transformMap(i, v, string(v))", "map(int, string)"),
    ("{'a': 1}.transformMapEntry(k, v, {v: k})", "map(int, string)"),
    ("[1].transformList(i, v, string(i))", "list(string)"),
    ("optional.of(1).optMap(x, string(x))", "optional(string)"),
    ("optional.of(1).optFlatMap(x, optional.of(string(x)))", "optional(string)"),
    ("cel.block([1, 'a'], [cel.index(1)])", "list(string)"),
    ("google.protobuf.Int64Value{value: 1}", "wrapper(int)"),
    ("[null, google.protobuf.Int64Value{}]", "list(wrapper(int))"),
    ("true ? 1 : google.protobuf.Int64Value{}", "wrapper(int)"),
    ("['a'].sortBy(x, size(x))", "list(string)"), ("[1u].first()", "optional(uint)"),
    ("[optional.of(1)].unwrapOpt()", "list(int)"), ("[[1]].flatten(1)", "list(dyn)"),
    ("math.greatest(1, 2)", "int"), ("math.greatest(1, 2.0)", "dyn"),
    ("ip('1.2.3.4')", "net.IP"), ("type(ip('1.2.3.4'))", "type(net.IP)"),
    ("[optional.none(), optional.of(1), optional.of(dyn(1))]", "list(optional(dyn))"),
  ]

  @Test(arguments: types)
  func `types are worked out`(_ text: String, _ expected: String) throws {
    #expect(try Environment().compile(text).get().type.description == expected)
  }
}
