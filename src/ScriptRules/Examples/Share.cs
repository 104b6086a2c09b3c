using System.Globalization;

namespace ScriptRules.Examples;

/// <summary>So many of so many.</summary>
/// <param name="Part">From 0 to <paramref name="Whole"/>.</param>
/// <param name="Whole">0 when there is nothing to take a share of; then there is no percentage either.</param>
public readonly record struct Share(int Part, int Whole)
{
    private const double Z = 1.959964; // leaves out 2.5 % of a normal distribution at each end

    /// <summary>In tenths of a percent, rounded down, so that 1000 means all; null of nothing.</summary>
    public int? PerMille => Whole == 0 ? null : (int)(Part * 1000L / Whole);

    /// <summary>
    /// Where the share lies with a probability of 95 %, in whole percents rounded outwards, were the cases drawn at random from many more; null of nothing. By Wilson's score.
    /// </summary>
    public (int Low, int High)? Interval
    {
        get
        {
            if (Whole == 0) return null;
            var (n, p) = ((double)Whole, Part / (double)Whole);
            var middle = p + (Z * Z / (2 * n));
            var reach = Z * Math.Sqrt((p * (1 - p) / n) + (Z * Z / (4 * n * n)));
            var scale = 100 / (1 + (Z * Z / n));
            // An end that is 0 or 1 by the formula may miss it by a rounding error.
            return (Part == 0 ? 0 : (int)Math.Floor((middle - reach) * scale), Part == Whole ? 100 : (int)Math.Ceiling((middle + reach) * scale));
        }
    }

    /// <summary>Such as <c>97.6 %</c>, rounded down; <c>–</c> of nothing.</summary>
    public override string ToString() => PerMille is { } share ? Percent(share) : "–";

    internal static string Percent(int perMille) =>
        perMille % 10 == 0 ? string.Create(CultureInfo.InvariantCulture, $"{perMille / 10} %") : string.Create(CultureInfo.InvariantCulture, $"{perMille / 10}.{perMille % 10} %");
}
