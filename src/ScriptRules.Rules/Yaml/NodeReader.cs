using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Rules.Yaml;

/// <summary>Reads values from the nodes of one file, and says what is wrong with them.</summary>
internal sealed class NodeReader(YamlFile file, DiagnosticBag diagnostics)
{
    internal Place PlaceOf(YamlNode node) => file.PlaceOf(node);

    internal string? LineAt(int line) => file.LineAt(line);

    internal void Fail(string code, YamlNode node, string message, string? help = null) =>
        diagnostics.Add(code, file.PlaceOf(node), message, file.LineOf(node), help);

    /// <summary>Something is wrong inside a text, at <paramref name="offset"/> in UTF-16 units.</summary>
    internal void FailIn(string code, YamlNode node, int offset, int length, string message, string? help = null) =>
        diagnostics.Add(code, node is YamlScalarNode text ? file.PlaceIn(text, offset, length) : file.PlaceOf(node), message, file.LineOf(node), help);

    /// <summary>Something is wrong at a place given in UTF-16 units.</summary>
    internal void FailAt(string code, int line, int column, int length, string message) =>
        diagnostics.Add(code, file.PlaceAt(line, column, length), message, file.LineAt(line));

    /// <summary>What is said of a node, or of a part of its text, without taking it down.</summary>
    internal PackDiagnostic Describe(string code, Severity level, YamlNode node, string message, string? help, int offset = 0, int length = 0) =>
        new(code, level, length > 0 && node is YamlScalarNode text ? file.PlaceIn(text, offset, length) : file.PlaceOf(node), message, help, file.LineOf(node));

    internal void Warn(string code, YamlNode node, string message, string? help = null) =>
        diagnostics.Add(code, file.PlaceOf(node), message, file.LineOf(node), help, Severity.Warning);

    /// <summary>The entries of a mapping; empty, with a diagnostic, when it is none.</summary>
    internal IEnumerable<(string Key, YamlNode KeyNode, YamlNode Value)> Entries(YamlNode node, string what)
    {
        if (node is not YamlMappingNode mapping)
        {
            if (!IsNull(node)) Fail(DiagnosticCodes.WrongValue, node, $"{what} is written as keys with values");
            yield break;
        }

        foreach (var (key, value) in mapping.Children)
        {
            if (key is YamlScalarNode { Value: { } name }) yield return (name, key, value);
            else Fail(DiagnosticCodes.WrongValue, key, "a key is a plain word");
        }
    }

    /// <summary>As <see cref="Items"/>; an empty list is wrong.</summary>
    internal IReadOnlyList<YamlNode> SomeItems(YamlNode node, string what)
    {
        var items = Items(node);
        if (items.Count == 0) Fail(DiagnosticCodes.WrongValue, node, $"{what} has nothing in it");
        return items;
    }

    internal IReadOnlyList<YamlNode> Items(YamlNode node) => node is YamlSequenceNode sequence ? [.. sequence.Children] : [node];

    internal static bool IsNull(YamlNode node) => node is YamlScalarNode { Value: null or "", Style: ScalarStyle.Plain or ScalarStyle.Any };

    internal bool Text(YamlNode node, string what, out string text)
    {
        if (node is YamlScalarNode { Value: { Length: > 0 } value })
        {
            text = value;
            return true;
        }

        Fail(DiagnosticCodes.WrongValue, node, $"{what} is a text");
        text = "";
        return false;
    }

    /// <summary>A text, or a list of texts.</summary>
    internal ImmutableArray<string> Texts(YamlNode node, string what)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (var item in Items(node))
            if (Text(item, what, out var text)) texts.Add(text);
        return texts.ToImmutable();
    }

    internal bool Flag(YamlNode node, string what, out bool value)
    {
        value = node is YamlScalarNode { Value: "true" or "yes" };
        if (value || node is YamlScalarNode { Value: "false" or "no" }) return true;
        Fail(DiagnosticCodes.WrongValue, node, $"{what} is true or false");
        return false;
    }

    internal bool Number(YamlNode node, string what, double min, double max, out double value)
    {
        value = 0;
        if (node is YamlScalarNode { Value: { } text }
            && double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
            && value >= min && value <= max) return true;
        Fail(DiagnosticCodes.WrongValue, node, string.Create(CultureInfo.InvariantCulture, $"{what} is a number from {min} to {max}"));
        return false;
    }

    /// <summary>A number of points of a scorecard, at most 10,000, with up to two decimals.</summary>
    internal bool Points(YamlNode node, string what, out decimal value)
    {
        value = 0;
        if (!Number(node, what, 0, 10_000, out var number)) return false;
        value = Math.Round((decimal)number, 2);
        return true;
    }

    /// <summary>A civil date, such as <c>2026-11-01</c>.</summary>
    internal bool Date(YamlNode node, string what, out DateOnly value)
    {
        value = default;
        if (node is YamlScalarNode { Value: { } text } && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value)) return true;
        Fail(DiagnosticCodes.WrongValue, node, $"{what} is a day, such as 2026-11-01");
        return false;
    }

    /// <summary>A number with one of <paramref name="units"/> behind it, such as <c>3 s</c>.</summary>
    internal bool Quantity(YamlNode node, string what, IReadOnlyDictionary<string, double> units, double most, out double value)
    {
        value = 0;
        if (node is YamlScalarNode { Value: { } text })
        {
            var digits = text.TakeWhile(c => char.IsAsciiDigit(c) || c == '.').Count();
            var unit = text[digits..].Trim();
            if (double.TryParse(text[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) && units.TryGetValue(unit, out var factor))
            {
                value *= factor;
                if (value <= most) return true;
                Fail(DiagnosticCodes.WrongValue, node, string.Create(CultureInfo.InvariantCulture, $"{what} is at most {most} {units.Keys.First()}"));
                return false;
            }
        }

        Fail(DiagnosticCodes.WrongValue, node, $"{what} is a number with its unit ({string.Join(", ", units.Keys)}), such as \"3 {units.Keys.First()}\"");
        return false;
    }

    /// <summary>One of the names of an enum, written in lower case with hyphens.</summary>
    internal bool Choice<T>(YamlNode node, string what, out T value)
        where T : struct, Enum
    {
        var text = (node as YamlScalarNode)?.Value ?? "";
        var names = new List<string>();
        foreach (var name in Enum.GetNames(typeof(T)))
        {
            var written = Hyphenated(name);
            if (written == text)
            {
                value = (T)Enum.Parse(typeof(T), name);
                return true;
            }

            names.Add(written);
        }

        value = default;
        Fail(DiagnosticCodes.WrongValue, node, $"{what} is one of {string.Join(", ", names)}", DidYouMean(text, names));
        return false;
    }

    internal void UnknownKey(YamlNode key, string name, IReadOnlyCollection<string> known, string where) =>
        Fail(DiagnosticCodes.UnknownKey, key, $"unknown key \"{name}\" in {where}", DidYouMean(name, known) ?? $"the keys here are {string.Join(", ", known)}");

    internal static string? DidYouMean(string written, IEnumerable<string> known) =>
        Spelling.Nearest(written, known) is { } name ? $"did you mean \"{name}\"?" : null;

    /// <summary><c>ClauseStart</c> as <c>clause-start</c>.</summary>
    internal static string Hyphenated(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (text.Length > 0 && char.IsUpper(c)) text.Append('-');
            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}
