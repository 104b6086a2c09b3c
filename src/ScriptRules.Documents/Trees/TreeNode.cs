using System.Collections.Immutable;

namespace ScriptRules.Documents.Trees;

/// <summary>A node of a tree of keys and values.</summary>
internal abstract record TreeNode;

/// <summary>A text; of YAML, also a number or whatever else is written without quotation marks.</summary>
internal sealed record TreeText(Piece Piece) : TreeNode;

/// <summary>Keys and values, in the order of the document.</summary>
internal sealed record TreeMap(ImmutableArray<(TreeText Key, TreeNode Value)> Entries) : TreeNode;

/// <summary>Values in order.</summary>
internal sealed record TreeList(ImmutableArray<TreeNode> Items) : TreeNode;

/// <summary>A document read as a tree.</summary>
/// <param name="Roots">One, or in YAML several.</param>
/// <param name="Texts">All texts, keys included, in order.</param>
/// <param name="Comments">The lines that are comments, without their mark, with their offsets.</param>
internal sealed record Tree(ImmutableArray<TreeNode> Roots, ImmutableArray<Piece> Texts, ImmutableArray<(string Text, int Offset)> Comments);
