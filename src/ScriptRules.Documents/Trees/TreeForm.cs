using System.Collections.Immutable;
using ScriptRules.Formats;

namespace ScriptRules.Documents.Trees;

/// <summary>A tree of keys and values, in which certain keys name lines of script.</summary>
internal abstract class TreeForm : TextForm
{
    // What a file of this tool, or a schema, has in the first level.
    private static readonly HashSet<string> OtherKeys = ["rules", "concepts", "words", "suppressions", "extends", "handbook", "festivals", "scorecard", "turns", "draft", "$schema", "jobs", "services", "openapi"];
    private static readonly HashSet<string> RuleKeys = ["kind", "until", "turns"];

    private const int KeysNamed = 8;

    protected override void Read(DocumentText text, LineCollector lines, ReaderOptions options)
    {
        var tree = Parse(text);
        if (tree.Roots.Any(IsOther))
        {
            lines.PassOver("rules, conversations or settings, not script");
            return;
        }

        var comments = new Queue<(string Text, int Offset)>(tree.Comments);
        foreach (var root in tree.Roots) Visit(root, "", new LineCase("", "", "", []), 0);
        if (lines.Count > 0)
        {
            while (comments.TryDequeue(out var late)) lines.Comment(late.Text, late.Offset);
            return;
        }

        var keys = tree.Roots.OfType<TreeMap>().SelectMany(m => m.Entries).Select(e => $"\"{e.Key.Piece.Written}\"").Distinct().Take(KeysNamed).ToList();
        lines.PassOver($"no key of it is known to name lines of script{(keys.Count == 0 ? "" : $" ({string.Join(", ", keys)})")}; --line-column NAME names one");

        void Visit(TreeNode node, string key, LineCase of, int depth)
        {
            switch (node)
            {
                case TreeList list:
                    foreach (var item in list.Items) Visit(item, key, of, depth);
                    break;
                case TreeMap map:
                    VisitMap(map, of, depth);
                    break;
                case TreeText { Piece: var piece } when key.Length > 0 && (IsChinese(piece.Written) || ScriptNames.Of(key, []) != ScriptRole.Line):
                    while (comments.TryPeek(out var comment) && comment.Offset < piece.Start) lines.Comment(comments.Dequeue().Text, comment.Offset);
                    lines.Add(piece, of);
                    break;
            }
        }

        void VisitMap(TreeMap map, LineCase outer, int depth)
        {
            var of = outer;
            foreach (var (name, value) in map.Entries)
            {
                if (value is not TreeText { Piece.Written: var words } || string.IsNullOrWhiteSpace(words)) continue;
                of = ScriptNames.Of(name.Piece.Written, options.Scripts.LineNames) switch
                {
                    ScriptRole.Scenario => of with { Scenario = Joined(outer.Scenario, words.Trim()) },
                    ScriptRole.Customer => of with { Customer = words.Trim() },
                    ScriptRole.Owner => of with { Owner = words.Trim() },
                    _ => of,
                };
            }

            foreach (var (name, value) in map.Entries)
            {
                var key = name.Piece.Written;
                switch (ScriptNames.Of(key, options.Scripts.LineNames))
                {
                    case ScriptRole.Line:
                        Visit(value, key, of, depth + 1);
                        break;
                    case ScriptRole.None when value is not TreeText:
                        Visit(value, "", of.Scenario == outer.Scenario ? of with { Scenario = Joined(outer.Scenario, key.Trim()) } : of, depth + 1);
                        break;
                    case not ScriptRole.None when value is not TreeText:
                        Visit(value, "", of, depth + 1);
                        break;
                }
            }
        }
    }

    protected override IReadOnlyList<Piece> Pieces(DocumentText text) => Parse(text).Texts;

    /// <summary>The whole tree.</summary>
    /// <exception cref="BrokenDocumentException">It is broken.</exception>
    protected abstract Tree Parse(DocumentText text);

    /// <summary>Settings have keys such as <c>script</c> and <c>text</c> too; what they hold is commands and codes.</summary>
    private static bool IsChinese(string words) => words.AsSpan().ContainsAnyInRange('\u3400', '\u9FFF');

    private static string Joined(string outer, string inner) => outer.Length == 0 ? inner : $"{outer} / {inner}";

    private static bool IsOther(TreeNode root) => root switch
    {
        TreeMap map => map.Entries.Any(e => OtherKeys.Contains(e.Key.Piece.Written)),
        TreeList list => list.Items.OfType<TreeMap>().Any(m => m.Entries.Any(e => e.Key.Piece.Written is "id" or "name") && m.Entries.Any(e => RuleKeys.Contains(e.Key.Piece.Written))),
        _ => false,
    };
}
