import Foundation
import PackagePlugin

/// Reads the rule files while the program is built, so that the program need not read them.
///
/// What is made stays in the build folder; a changed rule makes it anew.
@main
struct RuleTrees: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let rules = context.package.directoryURL.appending(path: "Rules")
    let files = FileManager.default.subpaths(atPath: rules.path) ?? []
    let output = context.pluginWorkDirectoryURL.appending(path: "Trees.swift")
    return [
      .buildCommand(
        displayName: "Reading the bundled rules",
        executable: try context.tool(named: "rule-trees").url,
        arguments: [rules.path, output.path],
        inputFiles: files.filter { $0.hasSuffix(".yaml") }.sorted().map {
          rules.appending(path: $0)
        },
        outputFiles: [output])
    ]
  }
}
