using System.Collections.Immutable;
using ScriptRules.Formats;

namespace ScriptRules.Documents.Trees;

/// <summary>Builds a tree from what a tokenizer meets. One owner.</summary>
internal sealed class TreeBuilder
{
    /// <summary>Deeper than any script that people write.</summary>
    internal const int DepthLimit = 64;

    private readonly Stack<(List<TreeNode?> Nodes, bool IsMap)> _open = new();
    private readonly ImmutableArray<Piece>.Builder _texts = ImmutableArray.CreateBuilder<Piece>();
    private readonly List<TreeNode?> _roots = [];

    internal void Open(bool isMap, int offset)
    {
        if (_open.Count == DepthLimit) throw new BrokenDocumentException(InputErrorCode.DocumentTooDeep, offset, $"nested more than {DepthLimit} deep");
        _open.Push(([], isMap));
    }

    internal void Close()
    {
        var (nodes, isMap) = _open.Pop();
        if (!isMap)
        {
            Add(new TreeList([.. nodes.OfType<TreeNode>()]));
            return;
        }

        var entries = ImmutableArray.CreateBuilder<(TreeText, TreeNode)>();
        for (var i = 0; i + 1 < nodes.Count; i += 2)
            if (nodes[i] is TreeText key && nodes[i + 1] is { } value) entries.Add((key, value));
        Add(new TreeMap(entries.ToImmutable()));
    }

    internal void Text(Piece piece)
    {
        _texts.Add(piece);
        Add(new TreeText(piece));
    }

    /// <summary>Something that says nothing: a number, or what stands elsewhere too.</summary>
    internal void Nothing() => Add(null);

    internal Tree ToTree(IEnumerable<(string, int)> comments) => new([.. _roots.OfType<TreeNode>()], _texts.ToImmutable(), [.. comments]);

    private void Add(TreeNode? node) => (_open.TryPeek(out var parent) ? parent.Nodes : _roots).Add(node);
}
