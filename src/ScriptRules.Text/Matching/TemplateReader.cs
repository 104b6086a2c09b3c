using System.Collections.Concurrent;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Matching;

/// <summary>Reads the templates of concepts to trees, with the words and slots that they name.</summary>
/// <param name="concepts">All of the pack.</param>
/// <param name="ids">The number of each concept, from 1.</param>
/// <param name="slots">What stands in each slot; null or empty: anything short.</param>
/// <param name="inlined">The words that were read before, shared between readers on several threads.</param>
internal sealed class TemplateReader(
    IReadOnlyList<Concept> concepts, Dictionary<string, int> ids, IReadOnlyDictionary<string, string?> slots, ConcurrentDictionary<string, InlinedWords> inlined)
{
    private const int SlotLimit = 12;
    private const int InlineDepth = 8;
    private const int SizeLimit = 5000; // parts of one template, with the words that it names

    private readonly HashSet<string> _inlining = new(StringComparer.Ordinal);
    private int _depth; // of the words in words read since it was last set to 0
    private string? _fault;

    /// <summary>The template as a tree; null when something is wrong with it, which goes to <paramref name="errors"/>.</summary>
    internal PatternNode? Read(string template, List<PatternError> errors)
    {
        (_fault, _depth) = (null, 0);
        var node = PatternParser.Parse(template, Inline, Slot, errors);
        if (_fault is { } fault) errors.Add(new PatternError(Math.Max(0, template.IndexOf('<', StringComparison.Ordinal)), fault));
        if (errors.Count == 0 && node.Size > SizeLimit) errors.Add(new PatternError(0, $"more than {SizeLimit} parts, with the words that it names"));
        if (errors.Count == 0 && node.MaxWidth == 0) errors.Add(new PatternError(0, "no words are left when spaces and punctuation are set aside"));
        return errors.Count == 0 ? node : null;
    }

    /// <summary>The words of a concept, to stand inside a template of another; conditions on where they stand are left behind.</summary>
    private PatternNode? Inline(string name)
    {
        if (inlined.TryGetValue(name, out var known))
        {
            _depth = Math.Max(_depth, known.Depth);
            return known.Node;
        }

        if (!ids.TryGetValue(name, out var id)) return null;
        if (_inlining.Count > InlineDepth || !_inlining.Add(name))
        {
            _fault ??= _inlining.Contains(name) ? $"\"{name}\" is made of itself" : TooDeep;
            return PatternNode.Sequence.Empty;
        }

        (var beside, _depth) = (_depth, 0);
        var whole = ReadWords(concepts[id - 1]);
        var depth = _depth + 1;
        _inlining.Remove(name);
        _depth = Math.Max(beside, depth);
        if (depth > InlineDepth) _fault ??= TooDeep;
        inlined[name] = new InlinedWords(whole, depth);
        return whole;
    }

    private PatternNode ReadWords(Concept concept)
    {
        var branches = new List<PatternNode>();
        foreach (var template in concept.Says) branches.Add(PatternParser.Parse(template, Inline, Slot, []));
        foreach (var other in concept.AnyOf)
            if (Inline(other) is { } node) branches.Add(node);
        if (branches.Count == 0)
        {
            _fault ??= $"\"{concept.Id}\" has no wording that could stand in a template";
            return PatternNode.Sequence.Empty;
        }

        var whole = branches.Count == 1 ? branches[0] : new PatternNode.Choice(branches);
        if (whole.Size <= SizeLimit) return whole;
        _fault ??= $"\"{concept.Id}\" has more than {SizeLimit} parts";
        return PatternNode.Sequence.Empty;
    }

    private PatternNode? Slot(string name)
    {
        if (!slots.TryGetValue(name, out var value)) return null;
        var values = (value ?? "").Split('|').Select(FoldTable.FoldPhrase).Where(v => v.Length > 0).Select(v => new PatternNode.Words(v)).ToList();
        return values.Count switch
        {
            0 => new PatternNode.Gap(1, SlotLimit, false),
            1 => values[0],
            _ => new PatternNode.Choice(values),
        };
    }

    private static string TooDeep => $"words in words more than {InlineDepth} deep";
}

/// <summary>The words of a concept as a tree, and how deep words stand in words there; 1: none in them.</summary>
internal readonly record struct InlinedWords(PatternNode Node, int Depth);
