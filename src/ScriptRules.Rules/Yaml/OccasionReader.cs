using System.Collections.Immutable;
using ScriptRules.Text;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Rules.Yaml;

/// <summary>Reads which conversations are meant.</summary>
internal static class OccasionReader
{
    internal static readonly string[] Keys = ["channel", "direction", "attributes", "from", "to"];

    /// <summary>The keys of <c>settings-for</c>: the settings of a queue do not change from day to day.</summary>
    internal static readonly string[] KeysOfSettings = ["channel", "direction", "attributes"];

    /// <param name="node">The mapping.</param>
    /// <param name="what">Its name in diagnostics.</param>
    /// <param name="keys">Those that it may have.</param>
    /// <param name="nodes">Of the file that it stands in.</param>
    internal static AppliesWhen Read(YamlNode node, string what, string[] keys, NodeReader nodes)
    {
        var occasion = AppliesWhen.Always;
        foreach (var (key, keyNode, value) in nodes.Entries(node, what))
        {
            switch (key)
            {
                case var _ when !keys.Contains(key):
                    nodes.UnknownKey(keyNode, key, keys, what);
                    break;
                case "channel":
                    foreach (var item in nodes.Items(value))
                        if (nodes.Choice<Channel>(item, key, out var channel)) occasion = occasion with { Channels = occasion.Channels.Add(channel) };
                    break;
                case "direction":
                    if (nodes.Choice<Direction>(value, key, out var direction)) occasion = occasion with { Direction = direction };
                    break;
                case "attributes":
                    occasion = occasion with { Attributes = Attributes(value, nodes) };
                    break;
                case "from":
                    if (nodes.Date(value, key, out var from)) occasion = occasion with { From = from };
                    break;
                case "to":
                    if (!nodes.Date(value, key, out var to)) break;
                    if (to < occasion.From) nodes.Fail(DiagnosticCodes.WrongValue, value, "to is a day before from: no conversation is meant");
                    occasion = occasion with { To = to };
                    break;
            }
        }

        return occasion;
    }

    /// <summary>Values by the name of the attribute: <c>{ queue: [售后, 投诉] }</c>.</summary>
    internal static ImmutableDictionary<string, ImmutableArray<string>> Attributes(YamlNode node, NodeReader nodes)
    {
        var attributes = ImmutableDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var (name, _, value) in nodes.Entries(node, "attributes"))
            if (nodes.SomeItems(value, name).Count > 0) attributes[name] = nodes.Texts(value, name);
        return attributes.ToImmutable();
    }
}
