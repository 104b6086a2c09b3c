using System.Xml.Linq;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Cli.Tests;

/// <summary>The files of this repository.</summary>
internal static class Repository
{
    private static readonly string Root = Find();

    internal static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The version of all its packages.</summary>
    internal static string Version { get; } = XDocument.Load(At("Directory.Build.props")).Descendants("Version").Single().Value;

    internal static YamlNode Yaml(params string[] parts) => Parse(File.ReadAllText(At(parts)));

    internal static YamlNode Parse(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return stream.Documents[0].RootNode;
    }

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ScriptRules.sln"))) folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("the tests run outside the repository");
        return folder;
    }
}
