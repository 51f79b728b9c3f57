// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "parvaneh",
  products: [
    .executable(name: "parvaneh", targets: ["parvaneh"]),
    .library(name: "CEL", targets: ["CEL"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
  ],
  // In dependency order: a target uses only targets above it.
  targets: [
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CAllocator"),
    .target(name: "BundledRules"),
    .target(name: "Diagnostics"),
    .target(name: "Documents", dependencies: ["CLibYAML", "Diagnostics"]),
    // The bundled rules are read when the program is built: the plugin runs the tool.
    .executableTarget(name: "rule-trees", dependencies: ["Diagnostics", "Documents"]),
    .plugin(name: "RuleTrees", capability: .buildTool(), dependencies: ["rule-trees"]),
    .target(name: "BundledTrees", plugins: ["RuleTrees"]),
    .target(name: "CEL", exclude: ["Grammar.txt", "README.md"]),
    .target(name: "MarkingCodes"),
    .target(
      name: "Digests", dependencies: [.product(name: "Crypto", package: "swift-crypto")]),
    .target(
      name: "Submissions",
      dependencies: ["CEL", "Diagnostics", "Digests", "Documents", "MarkingCodes"]),
    .target(
      name: "RulePacks",
      dependencies: ["CEL", "Diagnostics", "Documents", "MarkingCodes", "Submissions"]),
    .target(
      name: "Evaluation",
      dependencies: ["CEL", "Diagnostics", "Digests", "Documents", "RulePacks", "Submissions"]),
    .target(
      name: "Receipts",
      dependencies: ["Diagnostics", "Digests", "Documents", "Evaluation", "RulePacks"]),
    .target(
      name: "Reporting",
      dependencies: [
        "CEL", "Diagnostics", "Documents", "Evaluation", "MarkingCodes", "Receipts", "RulePacks",
      ]),
    .executableTarget(
      name: "parvaneh",
      dependencies: [
        "BundledRules", "BundledTrees", "CAllocator", "CEL", "Diagnostics", "Digests", "Documents",
        "Evaluation", "MarkingCodes", "Receipts", "Reporting", "RulePacks", "Submissions",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .target(
      name: "TestSupport",
      dependencies: ["Diagnostics", "Documents", "Evaluation", "RulePacks", "Submissions"],
      path: "Tests/TestSupport"),
    .testTarget(
      name: "DocumentsTests", dependencies: ["Documents", "Diagnostics", "TestSupport"]),
    .testTarget(name: "DigestsTests", dependencies: ["Digests", "TestSupport"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
    .testTarget(name: "CELTests", dependencies: ["CEL", "TestSupport"], exclude: ["RE2"]),
    .testTarget(name: "MarkingCodesTests", dependencies: ["MarkingCodes", "TestSupport"]),
    .testTarget(
      name: "SubmissionsTests",
      dependencies: [
        "CEL", "Diagnostics", "Digests", "Documents", "MarkingCodes", "Submissions", "TestSupport",
      ]),
    .testTarget(
      name: "RulePacksTests",
      dependencies: ["CEL", "Diagnostics", "Documents", "RulePacks", "Submissions", "TestSupport"]),
    .testTarget(
      name: "EvaluationTests",
      dependencies: [
        "Diagnostics", "Documents", "Evaluation", "RulePacks", "Submissions", "TestSupport",
      ]),
    .testTarget(
      name: "ReceiptsTests",
      dependencies: [
        "Diagnostics", "Digests", "Documents", "Receipts", "RulePacks", "TestSupport",
      ]),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "CEL",
        "Diagnostics", "Documents", "Evaluation", "Receipts", "Reporting", "RulePacks",
        "Submissions", "TestSupport",
      ],
      exclude: ["Goldens"]),
    .testTarget(
      name: "parvanehTests",
      dependencies: ["BundledTrees", "Diagnostics", "Documents", "parvaneh", "TestSupport"],
      exclude: ["Goldens"]),
    .target(
      name: "FuzzTargets",
      dependencies: [
        "CEL", "Diagnostics", "Documents", "Evaluation", "MarkingCodes", "RulePacks",
        "Submissions", "TestSupport",
      ],
      path: "Tests/Fuzz/Targets"),
    .testTarget(name: "FuzzTests", dependencies: ["FuzzTargets", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)

// The fuzzer's entry point, which only Tests/Fuzz/fuzz.sh builds and links.
if Context.environment["PARVANEH_FUZZ"] != nil {
  package.targets.append(
    .target(name: "FuzzEntry", dependencies: ["FuzzTargets"], path: "Tests/Fuzz/Entry"))
  package.products.append(.library(name: "Fuzz", type: .static, targets: ["FuzzEntry"]))
}

for target in package.targets where target.type != .system && target.type != .plugin {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
  ]
}
