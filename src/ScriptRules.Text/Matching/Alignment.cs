namespace ScriptRules.Text.Matching;

/// <summary>The characters of a model sentence that stand in a text in the same order: a longest common subsequence.</summary>
/// <remarks>Time and memory grow with the product of the two lengths; callers bound both.</remarks>
internal static class Alignment
{
    /// <summary>For each character of <paramref name="model"/>: where it stands in <paramref name="text"/>, or −1. The places rise.</summary>
    /// <remarks>Of several best ways, characters stand as early as they can, so that words stay together.</remarks>
    internal static int[] Of(ReadOnlySpan<char> model, ReadOnlySpan<char> text)
    {
        var width = text.Length + 1;
        var rest = new ushort[(model.Length + 1) * width]; // matched from here on, at most
        for (var i = model.Length - 1; i >= 0; i--)
        {
            for (var k = text.Length - 1; k >= 0; k--)
            {
                rest[(i * width) + k] = model[i] == text[k] ? (ushort)(rest[((i + 1) * width) + k + 1] + 1)
                    : Math.Max(rest[((i + 1) * width) + k], rest[(i * width) + k + 1]);
            }
        }

        var places = new int[model.Length];
        Array.Fill(places, -1);
        for (int i = 0, k = 0; i < model.Length && k < text.Length;)
        {
            if (model[i] == text[k] && rest[(i * width) + k] == rest[((i + 1) * width) + k + 1] + 1) places[i++] = k++;
            else if (rest[((i + 1) * width) + k] >= rest[(i * width) + k + 1]) i++;
            else k++;
        }

        return places;
    }
}
