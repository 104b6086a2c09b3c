using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ScriptRules.Formats;
using ScriptRules.Text;

namespace ScriptRules.Examples;

/// <summary>A reply or a conversation with what a person says of it. <c>docs/evaluation.md</c> has the format.</summary>
public sealed record LabelledCase
{
    /// <summary>Its file and line.</summary>
    public required InputPlace Place { get; init; }

    /// <summary>The reply as a draft in its context, or a whole conversation.</summary>
    public required Conversation Conversation { get; init; }

    /// <summary>Whether it breaks the handbook; else it is honest, and nothing may be found in it.</summary>
    public required bool IsOffending { get; init; }

    /// <summary>The handbook row that it breaks, or looks like breaking; empty when an honest case looks like breaking none.</summary>
    public string Source { get; init; } = "";

    /// <summary>Further rows of that sort.</summary>
    public ImmutableArray<string> Also { get; init; } = [];

    /// <summary>What its writer noted; empty when nothing.</summary>
    public string Note { get; init; } = "";

    /// <summary>The name of its file, without folder and ending.</summary>
    public string Set => Path.GetFileNameWithoutExtension(Place.Path);

    /// <summary>Stays when lines move or the labels change; eight hexadecimal digits, which tell the cases of one set apart.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Content)).AsSpan(0, 4));

    /// <summary>What a rule can see of it, in lower case.</summary>
    internal string Content
    {
        get
        {
            var talk = Conversation;
            var content = new StringBuilder();
            foreach (var turn in talk.Turns) content.Append(CultureInfo.InvariantCulture, $"{turn.Speaker} {turn.Start} {turn.End} {turn.Text}\n");
            content.Append(CultureInfo.InvariantCulture, $"{talk.Draft?.Text}\n{talk.Draft?.At:o} {talk.StartedAt:o} {talk.AnsweredAt} {talk.EndedAt} {talk.Direction} {talk.Customer.Name} {talk.Customer.Honorific} {talk.Agent.Name}");
            return content.ToString().ToLowerInvariant();
        }
    }

    /// <summary>Whether it is labelled with a row.</summary>
    public bool IsLabelled(string row) => Source == row || Also.Contains(row);
}
